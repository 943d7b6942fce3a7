//! URLs from servers: resolution, comparison of origins, display.

use http::Uri;

use crate::error::redact::{LONGEST_VALUE, NO_SECRETS, excerpt};

/// Returns `true` if two URLs have the same origin (RFC 6454 section 5). A URL with user or password has no common
/// origin with any other, because it would be sent with other credentials than the client's.
pub(crate) fn is_same_origin(one: &Uri, other: &Uri) -> bool {
    let has_login = |uri: &Uri| uri.authority().is_some_and(|authority| authority.as_str().contains('@'));
    let origin = |uri: &Uri| (uri.scheme_str().map(str::to_owned), uri.host().map(str::to_ascii_lowercase), port(uri));
    origin(one) == origin(other) && !has_login(one) && !has_login(other)
}

/// Returns the host and port of a URL from a server, safe for display.
pub(crate) fn shown_host(uri: &Uri) -> String {
    let authority = uri.authority().map_or("", |authority| authority.as_str());
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    excerpt(host, LONGEST_VALUE, NO_SECRETS)
}

pub(crate) fn port(uri: &Uri) -> Option<u16> {
    uri.port_u16().or(match uri.scheme_str() {
        Some("http") => Some(80),
        Some("https") => Some(443),
        _ => None,
    })
}

/// Resolves a reference against a base URL.
pub(crate) fn resolve(base: &Uri, reference: &str) -> Option<Uri> {
    let reference = reference.split('#').next().unwrap_or_default();
    let (scheme, authority) = (base.scheme_str()?, base.authority()?);
    let text = if reference.split(['/', '?']).next().is_some_and(|first| first.contains(':')) {
        reference.to_owned()
    } else if let Some(rest) = reference.strip_prefix("//") {
        format!("{scheme}://{rest}")
    } else if reference.starts_with('/') {
        format!("{scheme}://{authority}{reference}")
    } else if reference.starts_with('?') {
        format!("{scheme}://{authority}{}{reference}", base.path())
    } else {
        let folder = base.path().rsplit_once('/').map_or("", |(folder, _)| folder);
        format!("{scheme}://{authority}{folder}/{reference}")
    };
    text.parse::<Uri>().ok().filter(|uri| uri.scheme().is_some() && uri.authority().is_some())
}
