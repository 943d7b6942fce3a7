//! Redirects, which are followed only within an origin.
//!
//! ```text
//! GET https://api.test/v1/bees   301   /v2/bees                follow: GET https://api.test/v2/bees
//! POST https://api.test/v1/bees  303   /v1/bees/7              follow: GET https://api.test/v1/bees/7
//! GET https://api.test/v1/bees   302   https://cdn.test/bees   error: another origin
//! ```

use http::{HeaderMap, Method, StatusCode, Uri, header::LOCATION};

use crate::transport::url::{is_same_origin, resolve, shown_host};

/// The maximum number of consecutive redirects.
pub(crate) const MOST: usize = 10;

/// The target of a redirect.
pub(crate) enum Redirect {
    /// A URL at the same origin, with the method to use.
    Follow { uri: Uri, method: Method },
    /// Another origin. It is not followed, because credentials must not be sent there.
    OtherOrigin(String),
}

/// Returns the redirect that a response requests, or `None` if it is not a redirect.
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
        Redirect::OtherOrigin(shown_host(&target))
    })
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
            Redirect::OtherOrigin(host) => Some(format!("not {host}")),
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
    fn ambiguous_locations_never_change_the_origin() {
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
    fn method_changes_only_when_the_status_requires_it() {
        assert_eq!(led_to(303, "/a", &Method::PUT).unwrap(), "GET https://api.test/a");
        assert_eq!(led_to(302, "/a", &Method::POST).unwrap(), "GET https://api.test/a");
        assert_eq!(led_to(302, "/a", &Method::DELETE).unwrap(), "DELETE https://api.test/a");
        assert_eq!(led_to(308, "/a", &Method::POST).unwrap(), "POST https://api.test/a");
        assert_eq!(led_to(304, "/a", &Method::GET), None);
    }
}
