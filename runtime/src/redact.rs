//! What may be shown: headers by an allow-list, and texts without the credentials in them.

use std::{error, fmt};

use http::HeaderMap;

/// Headers whose values are known to hold no secret.
const SHOWN: &[&str] = &[
    "accept",
    "accept-encoding",
    "cache-control",
    "cf-ray",
    "connection",
    "content-encoding",
    "content-length",
    "content-type",
    "date",
    "etag",
    "idempotency-key",
    "last-modified",
    "request-id",
    "retry-after",
    "retry-after-ms",
    "server",
    "transfer-encoding",
    "user-agent",
    "vary",
    "x-amzn-requestid",
    "x-request-id",
];

/// Shows headers, with the values of those that are not known to be harmless left out.
pub(crate) struct ShownHeaders<'a>(pub(crate) &'a HeaderMap);

impl fmt::Debug for ShownHeaders<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut map = formatter.debug_map();
        for (name, value) in self.0 {
            if SHOWN.contains(&name.as_str()) && !value.is_sensitive() {
                map.entry(&name.as_str(), value);
            } else {
                map.entry(&name.as_str(), &"[hidden]");
            }
        }
        map.finish()
    }
}

/// A URL without its query, which may hold a key, and without user and password.
pub(crate) fn shown_url(url: &str) -> &str {
    url.split(['?', '#']).next().unwrap_or_default()
}

/// For texts that were put together without any.
pub(crate) const NO_SECRETS: &[&str] = &[];

/// A text with these secrets replaced.
pub(crate) fn hidden<S: AsRef<str>>(text: &str, secrets: &[S]) -> String {
    let mut shown = text.to_owned();
    // Shorter ones would hide half of every message.
    for secret in secrets.iter().map(AsRef::as_ref).filter(|secret| secret.len() >= 4) {
        shown = shown.replace(secret, "[hidden]");
    }
    shown
}

/// Whether neither an error nor one of its causes shows a secret.
pub(crate) fn is_free_of(error: &(dyn error::Error + 'static), secrets: &[String]) -> bool {
    let mut next = Some(error);
    while let Some(error) = next {
        let shown = format!("{error} {error:?}");
        if hidden(&shown, secrets) != shown {
            return false;
        }
        next = error.source();
    }
    true
}

/// At most so many characters of a text, with these secrets replaced.
pub(crate) fn excerpt<S: AsRef<str>>(text: &str, limit: usize, secrets: &[S]) -> String {
    let shown = hidden(text, secrets);
    let mut shown: String = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((end, _)) = shown.char_indices().nth(limit) {
        shown.truncate(end);
        shown.push('…');
    }
    shown
}
