//! A request as a fake received it.

use std::{borrow::Cow, fmt};

use bytes::Bytes;
use http::{HeaderMap, Method};
use percent_encoding::percent_decode_str;

use crate::{
    error::redact::{ShownHeaders, shown_url},
    spec::operation::OperationSpec,
    transport::{TransportError, TransportErrorKind, TransportRequest},
};

/// A request that a fake received. `Debug` hides credentials; the fields do not.
///
/// ```
/// # use apiarist_runtime::testing::RecordedRequest;
/// fn check(request: &RecordedRequest) {
///     assert_eq!((request.method.as_str(), request.path_and_query()), ("POST", "/hives/7/bees?dry_run=true"));
///     assert_eq!(request.argument("hive_id").as_deref(), Some("7"));
///     assert_eq!(request.query("dry_run").as_deref(), Some("true"));
///     assert_eq!(request.json()["name"], "Maja");
/// }
/// ```
#[derive(Clone)]
#[non_exhaustive]
pub struct RecordedRequest {
    /// The method.
    pub method: Method,
    /// The full URL.
    pub url: String,
    /// The headers.
    pub headers: HeaderMap,
    /// The body, including the content of files.
    pub body: Bytes,
    /// The called operation, or `None` for a token request.
    pub operation: Option<&'static OperationSpec>,
}

impl RecordedRequest {
    /// Records a request, with its whole body.
    pub(super) async fn read(request: TransportRequest) -> Result<Self, TransportError> {
        let body = request.body.read().await.map_err(|error| TransportError::new(TransportErrorKind::Other, error))?;
        Ok(RecordedRequest {
            method: request.method,
            url: request.uri.to_string(),
            headers: request.headers,
            body,
            operation: request.operation,
        })
    }

    /// Returns the body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// Returns the body as JSON, or null if it is not valid JSON.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap_or_default()
    }

    /// Returns the value of a header. Returns `None` if it was not sent or is not text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// Returns the decoded value of a query parameter, the first one of this name. Returns `None` if it was not sent.
    pub fn query(&self, name: &str) -> Option<String> {
        query_pairs(&self.url).find(|(key, _)| key == name).map(|(_, value)| value.into_owned())
    }

    /// Returns the decoded argument of a path parameter. Returns `None` if the path of the operation does not have the
    /// parameter.
    pub fn argument(&self, name: &str) -> Option<String> {
        let template = self.operation?.path.split('?').next().unwrap_or_default();
        let path = self.path_and_query().split('?').next().unwrap_or_default();
        // The path begins with that of the base URL, so segments are compared from the end.
        let pairs = template.rsplit('/').zip(path.rsplit('/'));
        let argument = pairs.into_iter().find_map(|(template, segment)| argument_in(template, segment, name))?;
        Some(percent_decode_str(argument).decode_utf8_lossy().into_owned())
    }

    /// Returns the URL without scheme and host.
    pub fn path_and_query(&self) -> &str {
        let after_scheme = self.url.split_once("://").map_or(&*self.url, |(_, rest)| rest);
        after_scheme.find('/').and_then(|start| after_scheme.get(start..)).unwrap_or("/")
    }
}

/// Returns the decoded pairs of a URL's query.
pub(super) fn query_pairs(url: &str) -> impl Iterator<Item = (Cow<'_, str>, Cow<'_, str>)> {
    let query = url.split_once('?').map_or("", |(_, query)| query).split('#').next().unwrap_or_default();
    query.split('&').filter(|pair| !pair.is_empty()).map(|pair| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        (decoded(name), decoded(value))
    })
}

fn decoded(text: &str) -> Cow<'_, str> {
    if text.contains('+') {
        return percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned().into();
    }
    percent_decode_str(text).decode_utf8_lossy()
}

/// Returns the argument of a parameter in a path segment, given the template of the segment, such as `{id}.json`.
fn argument_in<'s>(template: &str, segment: &'s str, name: &str) -> Option<&'s str> {
    let (mut template, mut segment) = (template, segment);
    loop {
        let (before, rest) = template.split_once('{')?;
        let (parameter, rest) = rest.split_once('}')?;
        segment = segment.strip_prefix(before)?;
        let literal = rest.split('{').next().unwrap_or_default();
        let end = if literal.is_empty() { segment.len() } else { segment.find(literal)? };
        let (argument, after) = segment.split_at_checked(end)?;
        if parameter == name {
            return Some(argument);
        }
        (template, segment) = (rest, after);
    }
}

impl fmt::Debug for RecordedRequest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("RecordedRequest")
            .field("method", &self.method)
            .field("url", &shown_url(&self.url))
            .field("headers", &ShownHeaders(&self.headers))
            .field("body", &format_args!("{} bytes", self.body.len()))
            .finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn argument_is_found_in_its_segment() {
        const SPEC: OperationSpec = OperationSpec::new("x").get("/hives/{hive}/{bee}.{format}?a={b}");
        let request = RecordedRequest {
            method: Method::GET,
            url: "https://a.test/v1/{x}/hives/a%2Fb/Maja.json?hive=no&q=a+b%26".to_owned(),
            headers: HeaderMap::new(),
            body: Bytes::new(),
            operation: Some(&SPEC),
        };
        for (name, expected) in [("hive", Some("a/b")), ("bee", Some("Maja")), ("format", Some("json")), ("x", None)] {
            assert_eq!(request.argument(name).as_deref(), expected, "{name}");
        }
        assert_eq!(request.query("q").as_deref(), Some("a b&"));
        assert_eq!(request.query("p"), None);
    }
}
