//! Base URLs, which precede the paths of all operations.

use http::{Uri, uri::Authority};

use crate::{
    encode::dot_segment::is_dot_segment,
    error::redact::{shown_origin, shown_url},
};

/// Validates a base URL, and returns it without a trailing slash. A URL of the document, whose variables have been
/// validated, may contain dot segments.
///
/// # Errors
/// Returns a message that shows neither user nor password, nor the path of a URL that the caller set.
pub(crate) fn check(url: &str, is_given: bool) -> Result<String, String> {
    let shown = if is_given { shown_origin(url) } else { shown_url(url) };
    let fault = |what: &str| format!("the base URL `{shown}` {what}");
    let uri: Uri = url.trim().parse().map_err(|_| format!("invalid base URL `{shown}`"))?;
    if !matches!(uri.scheme_str(), Some("http" | "https")) {
        return Err(fault("must start with `https://` or `http://`"));
    }
    let authority = uri.authority().map_or("", Authority::as_str);
    if authority.contains('@') {
        return Err("the base URL must not contain a user or password".into());
    }
    let has_wrong_port =
        authority.rsplit_once(':').is_some_and(|(_, port)| !port.ends_with(']') && uri.port_u16().is_none());
    if uri.host().is_none_or(str::is_empty) || authority.contains(['%', '\\']) || has_wrong_port {
        return Err(fault("must have a valid host and port"));
    }
    if uri.query().is_some() || url.contains('#') {
        return Err(fault("must not have a query or a fragment"));
    }
    if is_given && uri.path().split(['/', '\\']).any(is_dot_segment) {
        return Err(fault("must not contain the segments `.` and `..`, because URL parsers remove them"));
    }
    Ok(url.trim().trim_end_matches('/').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base_url_is_an_origin_with_a_path() {
        for url in [
            "https://a.test",
            "http://127.0.0.1:80/v1",
            "https://[::1]:8443/x",
            "https://[::1]",
            "https://a.test/@me/%20",
        ] {
            assert_eq!(check(&format!(" {url}/ "), true).as_deref(), Ok(url));
        }
        assert_eq!(check("https://a.test/x/../v1", false).as_deref(), Ok("https://a.test/x/../v1"));
        let wrong = [
            "a.test",
            "//a.test",
            "ftp://a.test",
            "https:a.test",
            "https:///v1",
            "https://",
            "https://a.test:99999",
            "https://:80",
        ];
        let odd = [
            "https://a.test/v1?x=y",
            "https://a.test#x",
            "https://a b",
            "https://%61.test",
            "https:\\\\a.test",
            "https://a.test\\@b.test",
        ];
        let dots = ["https://a.test/..", "https://a.test/a/%2E./b", "https://a.test/./b", "https://a.test/a\\..\\b"];
        for url in wrong.iter().chain(&odd).chain(&dots) {
            assert!(check(url, true).is_err(), "{url}");
        }
    }

    #[test]
    fn errors_hide_the_password() {
        for url in [
            "https://me:hunter22@a.test",
            "https://me:hunter22@a b",
            "https://me:hun?ter22@a.test",
            "me:hunter22@a.test",
            "https://me:hunter22/@a.test/..",
            "https://a.test?key=hunter22",
        ] {
            let error = check(url, true).unwrap_err();
            assert!(!error.contains("hun") && !error.contains("ter22"), "{error}");
        }
    }
}
