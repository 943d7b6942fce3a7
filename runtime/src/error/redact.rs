//! Redaction of diagnostic output: an allow-list for headers, and removal of credentials from text.

use std::{error, fmt};

use http::{HeaderMap, Uri, uri::Authority};

use crate::{
    error::secret::{hidden, longest_encoded},
    values::{printable::printable, text_type::first_bytes},
};

/// The maximum length of header values and other quoted text; the rest is truncated.
pub(crate) const LONGEST_VALUE: usize = 200;

/// The maximum length of `Debug` output; the rest is truncated.
const LONGEST_DEBUG: usize = 4096;

/// Headers whose values are known not to contain secrets.
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

/// A display of headers that hides the values of headers that are not on the allow-list.
pub(crate) struct ShownHeaders<'a>(pub(crate) &'a HeaderMap);

impl fmt::Debug for ShownHeaders<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut map = formatter.debug_map();
        for (name, value) in self.0 {
            let name = printable(name.as_str(), LONGEST_VALUE);
            if !SHOWN.contains(&name.as_str()) || value.is_sensitive() {
                map.entry(&name, &"[hidden]");
            } else if value.len() <= LONGEST_VALUE {
                map.entry(&name, value);
            } else {
                map.entry(&name, &printable(&String::from_utf8_lossy(value.as_bytes()), LONGEST_VALUE));
            }
        }
        map.finish()
    }
}

/// Returns a URL without user, password and query, which may contain credentials.
pub(crate) fn shown_url(url: &str) -> String {
    let is_url = url.parse::<Uri>().is_ok_and(|uri| {
        let behind_login =
            |authority: &Authority| authority.as_str().rsplit('@').next().unwrap_or_default().contains(':');
        uri.authority().is_some_and(|authority| authority.port_u16().is_some() || !behind_login(authority))
    });
    let (scheme, rest) = url.split_once("://").map_or(("", url), |(scheme, _)| url.split_at(scheme.len() + 3));
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    // In an invalid URL, the end of a password is unknown: it may contain a slash or a question mark.
    let before = if is_url { authority.rfind('@') } else { rest.rfind('@') };
    let (hidden, rest) = before.map_or(("", rest), |at| ("[hidden]", rest.split_at(at).1));
    let shown = rest.split(['?', '#']).next().unwrap_or_default();
    printable(&[scheme, hidden, shown].concat(), LONGEST_VALUE)
}

/// Returns a URL that the caller set, redacted like [`shown_url`] and without its path: some APIs take a token as a
/// path segment.
pub(crate) fn shown_origin(url: &str) -> String {
    let shown = shown_url(url.trim());
    let start = shown.find("://").map_or(0, |at| at + 3);
    let authority = shown.get(start..).unwrap_or_default();
    match authority.find(['/', '\\']) {
        Some(at) if authority.len() > at + 1 => {
            format!("{}/[hidden]", shown.get(..start + at).unwrap_or_default())
        }
        _ => shown,
    }
}

/// Returns the path segments of a base URL that may be tokens: long segments with a digit or inner capitals. Segments
/// such as `chat-completions` and `v1beta` are not returned.
pub(crate) fn tokens_in_path(url: &str) -> impl Iterator<Item = &str> {
    let is_token = |segment: &&str| {
        segment.len() >= SHORTEST_TOKEN
            && (segment.bytes().any(|byte| byte.is_ascii_digit())
                || segment.bytes().skip(1).any(|byte| byte.is_ascii_uppercase()))
    };
    let path = url.split_once("://").and_then(|(_, rest)| rest.split_once('/')).map_or("", |(_, path)| path);
    path.split(['/', '?', '#']).filter(is_token)
}

/// The minimum length of a token; shorter path segments are names of resources and versions.
const SHORTEST_TOKEN: usize = 12;

/// Returns `true` if a name usually denotes a secret, so that a server variable with this name contains one.
pub(crate) fn is_name_of_secret(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    [
        "token",
        "secret",
        "password",
        "credential",
        "apikey",
        "api_key",
        "api-key",
        "access_key",
        "access-key",
        "accesskey",
    ]
    .iter()
    .any(|word| name.contains(word))
}

/// Used for text that was assembled without secrets.
pub(crate) const NO_SECRETS: &[&str] = &[];

/// The `Debug` output of a value without secrets, truncated to a fixed length.
pub(crate) struct Redacted<'a>(pub(crate) &'a dyn fmt::Debug, pub(crate) &'a [String]);

impl fmt::Debug for Redacted<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = format!("{:?}", self.0);
        if shown.len() <= LONGEST_DEBUG && hidden(&shown, self.1) == shown {
            return self.0.fmt(formatter);
        }
        formatter.write_str(&excerpt(&shown, LONGEST_DEBUG, self.1))
    }
}

/// Returns `true` if neither the error nor any of its causes shows a secret.
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

/// Returns an excerpt of a text on one line, with at most `limit` characters, these secrets replaced, and control
/// characters escaped.
pub(crate) fn excerpt<S: AsRef<str>>(text: &str, limit: usize, secrets: &[S]) -> String {
    // Searching all of a long text is unnecessary. A secret at the cut must not be shown in part.
    let margin = longest_encoded(secrets);
    let part = first_bytes(text, 8 * limit + 2 * margin);
    let mut shown = hidden(part, secrets);
    let is_cut = part.len() < text.len();
    if is_cut {
        shown.truncate(first_bytes(&shown, shown.len().saturating_sub(margin)).len());
    }
    let mut shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    if is_cut {
        shown.push('…');
    }
    printable(&shown, limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shown_urls_hide_possible_secrets() {
        let rows = [
            ("https://a.test/v1?key=s#x", "https://a.test/v1"),
            ("https://user:pass@a.test/v1", "https://[hidden]@a.test/v1"),
            ("https://user:p@ss@a.test", "https://[hidden]@a.test"),
            ("https://a.test/@me/x", "https://a.test/@me/x"),
            ("https://user:p/ss?w#rd@a b/", "https://[hidden]@a b/"),
            ("user:pass@a.test", "[hidden]@a.test"),
            ("a\u{1b}[2J", "a\\u{1b}[2J"),
            ("", ""),
        ];
        for (url, expected) in rows {
            assert_eq!(shown_url(url), expected, "{url}");
        }
        assert!(shown_url(&format!("https://{}", "a".repeat(1 << 20))).chars().count() <= LONGEST_VALUE + 1);
    }

    #[test]
    fn path_of_a_caller_url_is_hidden() {
        let rows = [
            ("https://a.test", "https://a.test"),
            ("https://a.test/", "https://a.test/"),
            ("https://a.test:81/tok-1/v1?key=s#x", "https://a.test:81/[hidden]"),
            ("https://user:pass@a.test/v1", "https://[hidden]@a.test/[hidden]"),
            ("https://user:p/ss@a b/tok", "https://[hidden]@a b/[hidden]"),
            ("a.test/tok", "a.test/[hidden]"),
            ("https:\\\\a.test\\tok", "https:/[hidden]"),
            ("/tok-1/v1", "/[hidden]"),
        ];
        for (url, expected) in rows {
            assert_eq!(shown_origin(url), expected, "{url}");
        }
    }

    #[test]
    fn long_segment_with_digits_or_capitals_is_treated_as_a_token() {
        let tokens = |url| tokens_in_path(url).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(tokens("https://a.test/bot123456:AAHdqTcv/v1"), ["bot123456:AAHdqTcv"]);
        assert_eq!(tokens("https://a.test/hooks/abcdEFGHijkl"), ["abcdEFGHijkl"]);
        assert!(tokens("https://abcd1234efgh5678.a.test/v1/chat-completions/openai-deployments").is_empty());
    }

    #[test]
    fn secret_is_never_shown_partially() {
        let secret = "sk-0123456789-abcdefghij".to_owned();
        for before in (0..4000).step_by(7) {
            let text = format!("{}{secret}{}", "x ".repeat(before), secret.repeat(300));
            let shown = excerpt(&text, 200, std::slice::from_ref(&secret));
            assert!(!shown.contains("sk-") && shown.chars().count() <= 201, "{before}: {shown}");
        }
    }

    #[test]
    fn excerpt_of_a_long_text_is_short() {
        assert_eq!(excerpt(&"a b\n".repeat(5_000_000), 7, NO_SECRETS), "a b a b…");
        assert_eq!(excerpt("a\u{1b}[0m\tb", 99, NO_SECRETS), "a\\u{1b}[0m b");
    }
}
