//! Where tokens are given out, as the metadata of an authorization server say (OpenID Connect Discovery 1.0 section 4,
//! RFC 8414 section 3).

use std::net::IpAddr;

use http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header::ACCEPT};
use serde_json::Value;

use crate::{
    body::RequestBody,
    redact::shown_url,
    token::{TokenContext, TokenError},
    token_request,
    transport::TransportRequest,
};

/// Reads the discovery document at a URL, and gives its `token_endpoint`.
///
/// # Errors
/// When there is no such document, it names no place for tokens, or one to which no secret should be sent.
pub(crate) async fn token_endpoint(context: TokenContext<'_>, url: &Uri) -> Result<Uri, TokenError> {
    let failed = |why: &str| {
        let url = url.to_string();
        TokenError::new(format!(
            "the discovery document at `{}` {why}; `.token_url(…)` does without it",
            shown_url(&url)
        ))
    };
    if !is_https(url) && !is_loopback(url) {
        return Err(failed("is not asked for, since it is neither at `https` nor on this machine"));
    }
    let request = TransportRequest {
        method: Method::GET,
        uri: url.clone(),
        headers: HeaderMap::from_iter([(ACCEPT, HeaderValue::from_static("application/json"))]),
        body: RequestBody::default(),
        timeouts: context.timeouts,
        operation: None,
        resends: 0,
    };
    let answer = token_request::send(context, request, true).await;
    let (status, body) =
        answer.map_err(|error| failed(&format!("cannot be read: {}", error.innermost())).with_source(error))?;
    let endpoint = named(status, &body).map_err(|why| failed(&why))?;
    if is_https(&endpoint) || is_loopback(url) {
        Ok(endpoint)
    } else {
        Err(failed("has a `token_endpoint` that is not at `https`"))
    }
}

/// The `token_endpoint` that an answer names.
///
/// # Errors
/// What is wrong with the document, without anything that it says.
fn named(status: StatusCode, body: &[u8]) -> Result<Uri, String> {
    if !status.is_success() {
        return Err(format!("cannot be read: {status}"));
    }
    let metadata: Value = serde_json::from_slice(body).map_err(|error| format!("is no JSON: {error}"))?;
    let endpoint = metadata.get("token_endpoint").ok_or("has no `token_endpoint`")?;
    let endpoint: Option<Uri> = endpoint.as_str().and_then(|url| url.parse().ok());
    let absolute = endpoint.filter(|url| url.scheme().is_some() && url.host().is_some());
    absolute.ok_or_else(|| "has a `token_endpoint` that is no URL".to_owned())
}

fn is_https(url: &Uri) -> bool {
    url.scheme_str() == Some("https")
}

/// Whether a URL leads to this machine.
fn is_loopback(url: &Uri) -> bool {
    let host = url.host().unwrap_or_default().trim_matches(['[', ']']);
    host.eq_ignore_ascii_case("localhost") || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn endpoint(status: u16, body: &str) -> Result<String, String> {
        named(StatusCode::from_u16(status).unwrap(), body.as_bytes()).map(|url| url.to_string())
    }

    #[test]
    fn the_document_names_where_tokens_are_given_out() {
        let metadata = r#"{"issuer":"https://id.test","token_endpoint":"https://id.test/token?a=b"}"#;
        assert_eq!(endpoint(200, metadata).unwrap(), "https://id.test/token?a=b");
    }

    #[test]
    fn what_is_wrong_with_it_is_said() {
        let rows = [
            (404, "{}", "cannot be read: 404 Not Found"),
            (302, "", "cannot be read: 302 Found"),
            (200, "<html>", "is no JSON: expected value at line 1 column 1"),
            (200, "", "is no JSON: EOF while parsing a value at line 1 column 0"),
            (200, "[]", "has no `token_endpoint`"),
            (200, r#"{"issuer":"https://id.test"}"#, "has no `token_endpoint`"),
            (200, r#"{"token_endpoint":null}"#, "has a `token_endpoint` that is no URL"),
            (200, r#"{"token_endpoint":"/token"}"#, "has a `token_endpoint` that is no URL"),
            (200, r#"{"token_endpoint":"id.test"}"#, "has a `token_endpoint` that is no URL"),
            (200, r#"{"token_endpoint":"https://a b"}"#, "has a `token_endpoint` that is no URL"),
        ];
        for (status, body, expected) in rows {
            assert_eq!(endpoint(status, body).unwrap_err(), expected, "{body}");
        }
    }

    #[test]
    fn this_machine_has_several_names() {
        for (url, expected) in [
            ("http://localhost:8080/a", true),
            ("http://LOCALHOST/a", true),
            ("http://127.0.0.1/a", true),
            ("http://127.9.9.9:1/a", true),
            ("http://[::1]:1/a", true),
            ("http://localhost.evil.test/a", false),
            ("http://127.0.0.1.evil.test/a", false),
            ("http://10.0.0.1/a", false),
            ("http://localhost@evil.test/a", false),
        ] {
            assert_eq!(is_loopback(&Uri::from_static(url)), expected, "{url}");
        }
    }
}
