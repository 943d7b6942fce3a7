//! Removal of credentials from requests and responses that are shown or stored.
//!
//! ```text
//! authorization: Bearer sk-1234567890     authorization: [hidden]
//! https://a.test/bees?key=k1&limit=2      https://a.test/bees?key=[hidden]&limit=2
//! {"access_token": "t-0987654321"}        {"access_token": "[hidden]"}
//! {"message": "bad key sk-1234567890"}    {"message": "bad key [hidden]"}
//! ```
//!
//! A credential is recognized by its location: the security schemes of the operation, and the usual names of headers,
//! parameters and properties. Its value is then hidden wherever it occurs again, because servers repeat what they
//! receive.

use std::borrow::Cow;

use ::base64::{Engine as _, engine::general_purpose::STANDARD};
use http::{HeaderMap, HeaderValue, header::CONTENT_TYPE};

use super::recorded_request::{RecordedRequest, query_pairs};
use crate::{
    encode::media_type::is_json, error::redactor::Redactor, spec::operation::OperationSpec, tables::content::Content,
};

/// The replacement of a credential.
pub(super) const HIDDEN: &str = "[hidden]";

/// The minimum length of a value that is hidden wherever it occurs. Shorter ones, such as placeholders of tests, are
/// hidden only at the location of a credential.
const SHORTEST: usize = 8;

/// Headers that always contain credentials, without separators.
const HEADERS: &[&str] = &["authorization", "proxyauthorization", "cookie", "setcookie"];

/// Names of credentials, without separators. `token` alone is one, but `page_token` and `max_tokens` are not.
const NAMES: &[&str] = &["token", "xtoken", "assertion"];

/// The last parts of names of credentials.
const ENDINGS: &[&str] = &[
    "accesstoken",
    "apitoken",
    "authtoken",
    "bearertoken",
    "idtoken",
    "privatetoken",
    "refreshtoken",
    "securitytoken",
    "sessiontoken",
];

/// Parts of names of credentials.
const PARTS: &[&str] = &["accesskey", "apikey", "clientassertion", "credential", "password", "privatekey", "secret"];

/// The rules for hiding credentials, and the credentials found so far.
#[derive(Clone, Default)]
pub(super) struct Redaction {
    /// Additional names of headers, in lower case.
    pub(super) headers: Vec<String>,
    /// Additional names of query parameters.
    pub(super) query: Vec<String>,
    /// Additional names of properties.
    pub(super) properties: Vec<String>,
    found: Redactor,
}

/// The body of a request or response without credentials.
#[derive(Clone, Debug)]
pub(super) enum RedactedBody {
    None,
    Json(Content<'static>),
    Text(String),
    Binary(Vec<u8>),
}

impl Redaction {
    /// Adds a text that is hidden wherever it occurs.
    pub(super) fn add(&mut self, text: &str) {
        self.found = std::mem::take(&mut self.found).with([text]);
    }

    /// Finds the credentials of a request, so that they are hidden wherever they occur.
    pub(super) fn learn_request(&mut self, request: &RecordedRequest) {
        let spec = request.operation;
        let mut found = Vec::new();
        for (name, value) in &request.headers {
            if self.hides_header(name.as_str(), value, spec) {
                push_credentials(&mut found, &String::from_utf8_lossy(value.as_bytes()));
            }
        }
        let hidden = query_pairs(&request.url).filter(|(name, _)| self.hides_query(name, spec));
        found.extend(hidden.map(|(_, value)| value.into_owned()));
        self.push_body(&mut found, &request.headers, &request.body);
        self.learn(found);
    }

    /// Finds the credentials of a response, such as an access token.
    pub(super) fn learn_response(&mut self, headers: &HeaderMap, body: &[u8]) {
        let mut found = Vec::new();
        for (name, value) in headers {
            if self.hides_header(name.as_str(), value, None) {
                push_credentials(&mut found, &String::from_utf8_lossy(value.as_bytes()));
            }
        }
        self.push_body(&mut found, headers, body);
        self.learn(found);
    }

    fn learn(&mut self, found: Vec<String>) {
        let found = found.into_iter().filter(|value| value.len() >= SHORTEST && value != HIDDEN);
        self.found = std::mem::take(&mut self.found).with(found);
    }

    fn push_body(&self, found: &mut Vec<String>, headers: &HeaderMap, body: &[u8]) {
        if let Some(json) = json_of(headers, body) {
            self.push_properties(found, &json);
        } else if is_form(headers) {
            let form = format!("?{}", String::from_utf8_lossy(body));
            let hidden = query_pairs(&form).filter(|(name, _)| self.hides_property(name));
            found.extend(hidden.map(|(_, value)| value.into_owned()));
        }
    }

    fn push_properties(&self, found: &mut Vec<String>, value: &Content<'_>) {
        match value {
            Content::List(elements) => elements.iter().for_each(|element| self.push_properties(found, element)),
            Content::Object(members) => {
                for (name, value) in members {
                    match value {
                        Content::Text(text) if self.hides_property(name) => found.push(text.to_string()),
                        _ => self.push_properties(found, value),
                    }
                }
            }
            _ => {}
        }
    }

    /// Returns a text without the credentials found so far.
    pub(super) fn text(&self, text: &str) -> String {
        self.found.hide(text)
    }

    /// Returns a URL without credentials.
    pub(super) fn url(&self, url: &str, spec: Option<&OperationSpec>) -> String {
        let (base, query) = url.split_once('?').unwrap_or((url, ""));
        let (scheme, rest) = base.split_once("://").unwrap_or(("", base));
        let authority = rest.split('/').next().unwrap_or_default();
        let rest = authority
            .rfind('@')
            .and_then(|at| rest.get(at..))
            .map_or(Cow::Borrowed(rest), |rest| Cow::Owned(format!("{HIDDEN}{rest}")));
        let mut shown = if scheme.is_empty() { rest.into_owned() } else { format!("{scheme}://{rest}") };
        if !query.is_empty() {
            shown.push('?');
            shown.push_str(&without_values(query, |name| self.hides_query(name, spec)));
        }
        self.found.hide(&shown)
    }

    /// Returns names and values of headers without credentials, sorted by name.
    pub(super) fn headers(&self, headers: &HeaderMap, spec: Option<&OperationSpec>) -> Vec<(String, String)> {
        let shown = |name: &str, value: &HeaderValue| match self.hides_header(name, value, spec) {
            true => HIDDEN.to_owned(),
            false => self.found.hide(&String::from_utf8_lossy(value.as_bytes())),
        };
        let mut all: Vec<(String, String)> =
            headers.iter().map(|(name, value)| (name.as_str().to_owned(), shown(name.as_str(), value))).collect();
        // The sort is stable, so the values of a repeated header keep their order.
        all.sort_by(|one, other| one.0.cmp(&other.0));
        all
    }

    /// Returns a body without credentials.
    pub(super) fn body(&self, headers: &HeaderMap, body: &[u8]) -> RedactedBody {
        if body.is_empty() {
            return RedactedBody::None;
        }
        if let Some(json) = json_of(headers, body) {
            return RedactedBody::Json(self.json(json));
        }
        match std::str::from_utf8(body) {
            Ok(form) if is_form(headers) => {
                RedactedBody::Text(self.found.hide(&without_values(form, |name| self.hides_property(name))))
            }
            Ok(text) => RedactedBody::Text(self.found.hide(text)),
            Err(_) => {
                // Each byte becomes one character, so a credential in the bytes is found and the rest is unchanged.
                let text: String = body.iter().map(|byte| char::from(*byte)).collect();
                let shown = self.found.hide(&text);
                RedactedBody::Binary(shown.chars().filter_map(|character| u8::try_from(character).ok()).collect())
            }
        }
    }

    fn json(&self, value: Content<'static>) -> Content<'static> {
        match value {
            Content::Text(text) => Content::Text(self.found.hide(&text).into()),
            Content::List(elements) => Content::List(elements.into_iter().map(|element| self.json(element)).collect()),
            Content::Object(members) => Content::Object(
                members
                    .into_iter()
                    .map(|(name, value)| {
                        let value = match value {
                            Content::Text(_) if self.hides_property(&name) => Content::Text(HIDDEN.into()),
                            other => self.json(other),
                        };
                        (self.found.hide(&name).into(), value)
                    })
                    .collect(),
            ),
            other => other,
        }
    }

    fn hides_header(&self, name: &str, value: &HeaderValue, spec: Option<&OperationSpec>) -> bool {
        let is_documented = |spec: &OperationSpec| {
            let names = spec.security.iter().flat_map(|set| set.iter()).filter_map(|scheme| scheme.header_name());
            names.into_iter().any(|documented| documented.eq_ignore_ascii_case(name))
        };
        value.is_sensitive()
            || names_credential(name)
            || self.headers.iter().any(|own| own == name)
            || spec.is_some_and(is_documented)
    }

    fn hides_query(&self, name: &str, spec: Option<&OperationSpec>) -> bool {
        let is_documented = |spec: &OperationSpec| {
            spec.security.iter().flat_map(|set| set.iter()).any(|scheme| scheme.query_name() == Some(name))
        };
        names_credential(name) || self.query.iter().any(|own| own == name) || spec.is_some_and(is_documented)
    }

    fn hides_property(&self, name: &str) -> bool {
        names_credential(name) || self.properties.iter().any(|own| own == name)
    }
}

/// Returns `true` if a header, parameter or property of this name usually contains a credential.
pub(super) fn names_credential(name: &str) -> bool {
    let name: String =
        name.chars().filter(|character| !matches!(character, '-' | '_')).map(|c| c.to_ascii_lowercase()).collect();
    HEADERS.contains(&name.as_str())
        || NAMES.contains(&name.as_str())
        || ENDINGS.iter().any(|ending| name.ends_with(ending))
        || PARTS.iter().any(|part| name.contains(part))
}

/// Appends the credentials in a header: the value without its authentication scheme, the password of basic
/// authentication, and the values of cookies.
fn push_credentials(found: &mut Vec<String>, value: &str) {
    let (scheme, credential) = value.split_once(' ').unwrap_or(("", value));
    found.push(credential.trim().to_owned());
    if scheme.eq_ignore_ascii_case("basic")
        && let Ok(decoded) = STANDARD.decode(credential.trim())
        && let Some((_, password)) = String::from_utf8_lossy(&decoded).split_once(':')
    {
        found.push(password.to_owned());
    }
    let cookies = value.split(';').filter_map(|cookie| cookie.split_once('='));
    found.extend(cookies.map(|(_, value)| value.trim().to_owned()));
}

/// Returns a query or form whose values of these names are hidden.
fn without_values(pairs: &str, hides: impl Fn(&str) -> bool) -> String {
    let shown = pairs.split('&').map(|pair| {
        let encoded = format!("?{pair}");
        let name = query_pairs(&encoded).next().map(|(name, _)| name.into_owned());
        match (name, pair.split_once('=')) {
            (Some(name), Some((written, _))) if hides(&name) => format!("{written}={HIDDEN}"),
            _ => pair.to_owned(),
        }
    });
    shown.collect::<Vec<_>>().join("&")
}

fn media_type(headers: &HeaderMap) -> &str {
    headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

fn is_form(headers: &HeaderMap) -> bool {
    media_type(headers).starts_with("application/x-www-form-urlencoded")
}

/// Returns a body as JSON, with its properties in order and all digits, if it is JSON by its media type and content.
fn json_of(headers: &HeaderMap, body: &[u8]) -> Option<Content<'static>> {
    if !is_json(media_type(headers)) {
        return None;
    }
    Content::from_text(std::str::from_utf8(body).ok()?).ok().map(Content::into_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credentials_are_recognized_by_name() {
        for name in ["token", "X-Api-Key", "client_secret", "accessToken", "refresh_token", "X-Amz-Security-Token"] {
            assert!(names_credential(name), "{name}");
        }
        for name in ["page_token", "nextPageToken", "max_tokens", "tokens", "x-request-id", "key", "code"] {
            assert!(!names_credential(name), "{name}");
        }
    }

    #[test]
    fn credential_is_hidden_wherever_it_occurs() {
        let mut headers = HeaderMap::new();
        headers.insert("authorization", HeaderValue::from_static("Basic bWFqYTpzd2VldC1ob25leQ=="));
        headers.insert("content-type", HeaderValue::from_static("application/json"));
        let request = RecordedRequest {
            method: http::Method::POST,
            url: "https://maja:pw@a.test/bees?token=t-123456789&limit=2".to_owned(),
            headers,
            body: bytes::Bytes::from_static(br#"{"client_secret":"pollen-pollen","z":1.50,"a":"x t-123456789"}"#),
            operation: None,
        };
        let mut redaction = Redaction::default();
        redaction.learn_request(&request);
        assert_eq!(redaction.url(&request.url, None), "https://[hidden]@a.test/bees?token=[hidden]&limit=2");
        let RedactedBody::Json(json) = redaction.body(&request.headers, &request.body) else { panic!() };
        assert_eq!(json.to_string(), r#"{"client_secret":"[hidden]","z":1.5,"a":"x [hidden]"}"#);
        let RedactedBody::Binary(bytes) = redaction.body(&HeaderMap::new(), b"\xff sweet-honey \xfe") else { panic!() };
        assert_eq!(bytes, b"\xff [hidden] \xfe");
        assert_eq!(redaction.headers(&request.headers, None)[0].1, HIDDEN);
    }
}
