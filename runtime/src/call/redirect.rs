//! Redirects: followed within an origin, never beyond it.

use http::{HeaderMap, Method, StatusCode, Uri, header::LOCATION};

use crate::error::redact::{LONGEST_VALUE, NO_SECRETS, excerpt};

/// How many redirects are followed in a row.
pub(crate) const MOST: usize = 10;

/// Where a redirect leads.
pub(crate) enum Redirect {
    /// To the same origin, with this method.
    Follow { uri: Uri, method: Method },
    /// To another origin: not followed, since credentials must not go there.
    Elsewhere(String),
}

/// What a response asks for, if it is a redirect.
pub(crate) fn requested(status: StatusCode, headers: &HeaderMap, uri: &Uri, method: &Method) -> Option<Redirect> {
    let method = match (status.as_u16(), method) {
        (301 | 302, &Method::POST) | (303, _) if method != Method::HEAD => Method::GET,
        (301 | 302 | 303 | 307 | 308, _) => method.clone(),
        _ => return None,
    };
    let target = resolve(uri, headers.get(LOCATION)?.to_str().ok()?.trim())?;
    Some(if is_same_origin(&target, uri) {
        Redirect::Follow { uri: target, method }
    } else {
        Redirect::Elsewhere(shown_host(&target))
    })
}

/// Returns `true` if two URLs have the same origin (RFC 6454 section 5). One with user or password has that of no other,
/// since it would be sent with other credentials than the client's.
pub(crate) fn is_same_origin(one: &Uri, other: &Uri) -> bool {
    let has_login = |uri: &Uri| uri.authority().is_some_and(|authority| authority.as_str().contains('@'));
    let origin = |uri: &Uri| (uri.scheme_str().map(str::to_owned), uri.host().map(str::to_ascii_lowercase), port(uri));
    origin(one) == origin(other) && !has_login(one) && !has_login(other)
}

/// Host and port of a URL that a server gave, to be shown.
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

/// The URL that a reference names, seen from another.
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

#[cfg(test)]
mod tests {
    use super::*;

    fn led_to(status: u16, location: &str, method: &Method) -> Option<String> {
        let headers = HeaderMap::from_iter([(LOCATION, location.parse().unwrap())]);
        match requested(
            StatusCode::from_u16(status).unwrap(),
            &headers,
            &Uri::from_static("https://api.test/v1/bees?x=1"),
            method,
        )? {
            Redirect::Follow { uri, method } => Some(format!("{method} {uri}")),
            Redirect::Elsewhere(host) => Some(format!("not {host}")),
        }
    }

    #[test]
    fn redirects_stay_within_the_origin() {
        let rows = [
            ("/v2/bees", "GET https://api.test/v2/bees"),
            ("wasps?y=2#top", "GET https://api.test/v1/wasps?y=2"),
            ("?z=3", "GET https://api.test/v1/bees?z=3"),
            ("https://API.test:443/a", "GET https://API.test:443/a"),
            ("https://evil.test/a", "not evil.test"),
            ("http://api.test/a", "not api.test"),
            ("//api.test.evil/a", "not api.test.evil"),
            ("https://api.test:8443/a", "not api.test:8443"),
            ("https://user:pass@api.test/a", "not api.test"),
            ("https://api.test@evil.test/a", "not evil.test"),
            ("//api.test:443@evil.test", "not evil.test"),
            ("/../../x/%2e%2e/", "GET https://api.test/../../x/%2e%2e/"),
        ];
        for (location, expected) in rows {
            assert_eq!(led_to(307, location, &Method::GET).unwrap(), expected, "{location}");
        }
    }

    #[test]
    fn what_only_some_parsers_read_as_another_origin_leads_nowhere_else() {
        let odd = [
            "\\\\evil.test/a",
            "/\\evil.test",
            "\\/evil.test",
            "https:evil.test",
            "https:/evil.test",
            "https:///evil.test",
        ];
        let others = [
            "https:\\\\evil.test",
            "https://api.test\\@evil.test/",
            "https://evil.test\\.api.test/",
            "\thttps://evil.test",
        ];
        for location in
            odd.iter().chain(&others).chain(&["///evil.test", "javascript:alert(1)", "data:,x", "evil.test:443"])
        {
            match led_to(302, location, &Method::GET).as_deref() {
                None | Some("not evil.test") => {}
                Some(target) => assert!(target.starts_with("GET https://api.test/"), "{location}: {target}"),
            }
        }
    }

    #[test]
    fn the_method_changes_only_where_it_must() {
        assert_eq!(led_to(303, "/a", &Method::PUT).unwrap(), "GET https://api.test/a");
        assert_eq!(led_to(302, "/a", &Method::POST).unwrap(), "GET https://api.test/a");
        assert_eq!(led_to(302, "/a", &Method::DELETE).unwrap(), "DELETE https://api.test/a");
        assert_eq!(led_to(308, "/a", &Method::POST).unwrap(), "POST https://api.test/a");
        assert_eq!(led_to(304, "/a", &Method::GET), None);
    }
}
