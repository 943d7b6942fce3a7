//! Discovery of the token endpoint from the metadata of an authorization server (OpenID Connect Discovery 1.0 section
//! 4, RFC 8414 section 3).

use std::net::IpAddr;

use http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header::ACCEPT};
use serde_json::Value;

use crate::{
    auth::{
        oauth::request,
        token::{TokenContext, TokenError},
    },
    encode::request_body::RequestBody,
    error::redact::shown_url,
    transport::TransportRequest,
};

/// The properties of a discovery document that token requests require.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Discovered {
    /// The token endpoint.
    pub(crate) endpoint: Uri,
    /// Whether the server accepts the client ID and secret only in the form.
    pub(crate) in_body: bool,
}

/// Reads the discovery document at a URL.
///
/// # Errors
/// Returns an error if the document does not exist, it belongs to another server, it does not name a token endpoint, or
/// no secret should be sent to that endpoint.
pub(crate) async fn discover(context: TokenContext<'_>, url: &Uri) -> Result<Discovered, TokenError> {
    let failed = |why: &str| {
        let url = shown_url(&url.to_string());
        TokenError::new(format!(
            "the discovery document at `{url}` {why}; set the token URL with `.token_url(…)` to skip discovery"
        ))
    };
    if !is_https(url) && !is_loopback(url) {
        return Err(failed("is not requested, because its URL must use `https` or a loopback address"));
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
    let answer = request::send(context, request, true).await;
    let (status, body) = answer.map_err(|error| failed("cannot be read").with_source(error))?;
    let discovered = read(url, status, &body).map_err(|why| failed(&why))?;
    if is_https(&discovered.endpoint) || is_loopback(url) {
        Ok(discovered)
    } else {
        Err(failed("has a `token_endpoint` that does not use `https`"))
    }
}

/// Parses the response.
///
/// # Errors
/// Returns the fault of the document, without quoting it.
fn read(url: &Uri, status: StatusCode, body: &[u8]) -> Result<Discovered, String> {
    if !status.is_success() {
        return Err(format!("cannot be read: {status}"));
    }
    let metadata: Value = serde_json::from_slice(body).map_err(|error| format!("is not valid JSON: {error}"))?;
    if let Some(expected) = issuer(url) {
        let issuer = metadata.get("issuer").and_then(Value::as_str).ok_or("has no `issuer`")?;
        if issuer.strip_suffix('/').unwrap_or(issuer) != expected {
            return Err(format!("has an `issuer` other than `{expected}`, so it may belong to another server"));
        }
    }
    let endpoint = metadata.get("token_endpoint").ok_or("has no `token_endpoint`")?;
    let endpoint: Option<Uri> = endpoint.as_str().and_then(|url| url.parse().ok());
    let has_login = |url: &Uri| url.authority().is_some_and(|authority| authority.as_str().contains('@'));
    let absolute = endpoint.filter(|url| url.scheme().is_some() && url.host().is_some() && !has_login(url));
    let endpoint = absolute.ok_or("has a `token_endpoint` that is not a valid URL")?;
    Ok(Discovered { endpoint, in_body: reads_form_alone(&metadata) })
}

/// Returns the issuer of the document at a URL: without `/.well-known/` and the name after it, wherever they are, and
/// without a trailing slash (OpenID Connect Discovery 1.0 section 4.1, RFC 8414 section 3.1). Returns `None` if the URL
/// has another form.
fn issuer(url: &Uri) -> Option<String> {
    let (before, after) = url.path().split_once("/.well-known/")?;
    let behind = after.split_once('/').map(|(_, behind)| format!("/{behind}")).unwrap_or_default();
    let path = format!("{before}{behind}");
    let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
    Some(format!("{}://{}{port}{}", url.scheme_str()?, url.host()?, path.trim_end_matches('/')))
}

/// Returns `true` if a server does not accept client authentication in `Authorization`, which is the default (RFC 8414
/// section 2, `token_endpoint_auth_methods_supported`), but accepts it in the form.
fn reads_form_alone(metadata: &Value) -> bool {
    let methods = metadata.get("token_endpoint_auth_methods_supported").and_then(Value::as_array);
    let has = |method: &str| methods.is_some_and(|methods| methods.iter().any(|other| other == method));
    has("client_secret_post") && !has("client_secret_basic")
}

fn is_https(url: &Uri) -> bool {
    url.scheme_str() == Some("https")
}

/// Returns `true` if a URL refers to the local machine.
fn is_loopback(url: &Uri) -> bool {
    let host = url.host().unwrap_or_default().trim_matches(['[', ']']);
    host.eq_ignore_ascii_case("localhost") || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn endpoint(status: u16, body: &str) -> Result<String, String> {
        let url = Uri::from_static("https://id.test/metadata");
        read(&url, StatusCode::from_u16(status).unwrap(), body.as_bytes()).map(|found| found.endpoint.to_string())
    }

    #[test]
    fn document_of_another_issuer_is_rejected() {
        let rows = [
            ("https://id.test/.well-known/openid-configuration", "https://id.test"),
            ("https://id.test/a/b/.well-known/openid-configuration", "https://id.test/a/b"),
            ("https://id.test/.well-known/oauth-authorization-server/a/b", "https://id.test/a/b"),
            ("https://id.test:8443/a/.well-known/openid-configuration?b=c", "https://id.test:8443/a"),
        ];
        for (url, expected) in rows {
            let url = Uri::from_static(url);
            assert_eq!(issuer(&url).as_deref(), Some(expected));
            let read = |issuer: &str| {
                let body = format!(r#"{{"issuer":"{issuer}","token_endpoint":"https://id.test/token"}}"#);
                read(&url, StatusCode::OK, body.as_bytes()).map(|found| found.endpoint.to_string())
            };
            assert_eq!(read(expected).as_deref(), Ok("https://id.test/token"));
            assert!(read(&format!("{expected}/")).is_ok());
            let other = read("https://evil.test").unwrap_err();
            assert!(other.starts_with(&format!("has an `issuer` other than `{expected}`, ")), "{other}");
        }
        assert_eq!(issuer(&Uri::from_static("https://id.test/metadata")), None);
        let url = Uri::from_static("https://id.test/.well-known/openid-configuration");
        assert_eq!(read(&url, StatusCode::OK, b"{}").unwrap_err(), "has no `issuer`");
    }

    #[test]
    fn client_authentication_uses_a_supported_method() {
        let rows = [
            ("{}", false),
            (r#"{"token_endpoint_auth_methods_supported":["client_secret_post","client_secret_basic"]}"#, false),
            (r#"{"token_endpoint_auth_methods_supported":["client_secret_post","private_key_jwt"]}"#, true),
            (r#"{"token_endpoint_auth_methods_supported":["private_key_jwt"]}"#, false),
            (r#"{"token_endpoint_auth_methods_supported":"client_secret_post"}"#, false),
        ];
        for (metadata, expected) in rows {
            assert_eq!(reads_form_alone(&serde_json::from_str(metadata).unwrap()), expected, "{metadata}");
        }
    }

    #[test]
    fn token_endpoint_is_read_from_the_document() {
        let metadata = r#"{"issuer":"https://id.test","token_endpoint":"https://id.test/token?a=b"}"#;
        assert_eq!(endpoint(200, metadata).unwrap(), "https://id.test/token?a=b");
    }

    #[test]
    fn invalid_documents_are_rejected_with_the_reason() {
        let rows = [
            (404, "{}", "cannot be read: 404 Not Found"),
            (302, "", "cannot be read: 302 Found"),
            (200, "<html>", "is not valid JSON: expected value at line 1 column 1"),
            (200, "", "is not valid JSON: EOF while parsing a value at line 1 column 0"),
            (200, "[]", "has no `token_endpoint`"),
            (200, r#"{"issuer":"https://id.test"}"#, "has no `token_endpoint`"),
            (200, r#"{"token_endpoint":null}"#, "has a `token_endpoint` that is not a valid URL"),
            (200, r#"{"token_endpoint":"/token"}"#, "has a `token_endpoint` that is not a valid URL"),
            (200, r#"{"token_endpoint":"id.test"}"#, "has a `token_endpoint` that is not a valid URL"),
            (
                200,
                r#"{"token_endpoint":"https://id.test@evil.test"}"#,
                "has a `token_endpoint` that is not a valid URL",
            ),
            (200, r#"{"token_endpoint":"https:\\\\evil.test"}"#, "has a `token_endpoint` that is not a valid URL"),
            (200, r#"{"token_endpoint":"//evil.test"}"#, "has a `token_endpoint` that is not a valid URL"),
            (200, r#"{"token_endpoint":"https://a b"}"#, "has a `token_endpoint` that is not a valid URL"),
        ];
        for (status, body, expected) in rows {
            assert_eq!(endpoint(status, body).unwrap_err(), expected, "{body}");
        }
    }

    #[test]
    fn all_loopback_addresses_are_recognized() {
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
