//! Comparison of a request with a recorded one.

use serde_json::Value;

use super::exchange::StoredRequest;
use crate::{
    testing::{difference::first_difference, recorded_request::query_pairs, redaction::RedactedBody},
    values::printable::printable,
};

/// The maximum length of a value in a message; the rest is truncated.
const LONGEST: usize = 80;

/// The parts of requests that are compared.
#[derive(Clone, Default)]
pub(super) struct Rules {
    /// Whether the order of requests does not matter.
    pub(super) is_lenient: bool,
    /// Headers that are not compared, in lower case.
    pub(super) headers: Vec<String>,
    pub(super) ignores_headers: bool,
    /// Query parameters that are not compared.
    pub(super) query: Vec<String>,
    /// JSON pointers of body values that are not compared.
    pub(super) pointers: Vec<String>,
    pub(super) ignores_body: bool,
}

impl Rules {
    /// Returns the differences between a recorded request and another one.
    pub(super) fn differences(&self, expected: &StoredRequest, found: &StoredRequest) -> Vec<String> {
        let mut differences = Vec::new();
        if expected.method != found.method {
            differences.push(format!("method: expected `{}`, found `{}`", expected.method, found.method));
        }
        let path = |request: &StoredRequest| request.url.split('?').next().unwrap_or_default().to_owned();
        if path(expected) != path(found) {
            differences.push(expected_found("URL", &path(expected), &path(found)));
        }
        differences.extend(self.query_difference(&expected.url, &found.url));
        if !self.ignores_headers {
            self.compare_headers(expected, found, &mut differences);
        }
        if !self.ignores_body {
            differences.extend(self.body_difference(&expected.body, &found.body).map(|text| format!("body: {text}")));
        }
        differences
    }

    fn query_difference(&self, expected: &str, found: &str) -> Option<String> {
        let pairs = |url: &str| {
            let kept = query_pairs(url).filter(|(name, _)| !self.query.iter().any(|ignored| ignored == name));
            let mut pairs: Vec<String> = kept.map(|(name, value)| format!("{name}={value}")).collect();
            if self.is_lenient {
                pairs.sort();
            }
            pairs.join("&")
        };
        let (expected, found) = (pairs(expected), pairs(found));
        (expected != found).then(|| expected_found("query", &expected, &found))
    }

    fn compare_headers(&self, expected: &StoredRequest, found: &StoredRequest, differences: &mut Vec<String>) {
        // The version of the client must not require a new recording.
        let is_ignored = |name: &str| name == "user-agent" || self.headers.iter().any(|ignored| ignored == name);
        let values = |request: &StoredRequest, name: &str| {
            let values = request.headers.iter().filter(|(own, _)| own == name).map(|(_, value)| value.as_str());
            values.collect::<Vec<_>>().join(", ")
        };
        let all = expected.headers.iter().chain(&found.headers).map(|(name, _)| name.as_str());
        let mut names: Vec<&str> = all.filter(|name| !is_ignored(name)).collect();
        names.sort_unstable();
        names.dedup();
        for name in names {
            let (expected, found) = (values(expected, name), values(found, name));
            if expected != found {
                differences.push(expected_found(&format!("header `{name}`"), &expected, &found));
            }
        }
    }

    fn body_difference(&self, expected: &RedactedBody, found: &RedactedBody) -> Option<String> {
        match (expected, found) {
            (RedactedBody::None, RedactedBody::None) => None,
            (RedactedBody::Json(expected), RedactedBody::Json(found)) => {
                let (mut expected, mut found) = (expected.to_value(), found.to_value());
                for pointer in &self.pointers {
                    remove(&mut expected, pointer);
                    remove(&mut found, pointer);
                }
                first_difference(&expected, &found)
            }
            (RedactedBody::Text(expected), RedactedBody::Text(found)) => {
                let from = expected.bytes().zip(found.bytes()).position(|(one, other)| one != other);
                let from = from.unwrap_or(expected.len().min(found.len()));
                let excerpt =
                    |text: &str| String::from_utf8_lossy(text.as_bytes().get(from..).unwrap_or_default()).into_owned();
                (expected != found)
                    .then(|| expected_found(&format!("at byte {from}"), &excerpt(expected), &excerpt(found)))
            }
            (RedactedBody::Binary(expected), RedactedBody::Binary(found)) => (expected != found)
                .then(|| format!("expected {} bytes, found {} other bytes", expected.len(), found.len())),
            _ => Some(format!("expected {}, found {}", expected.kind(), found.kind())),
        }
    }
}

/// Removes the value at a pointer.
fn remove(value: &mut Value, pointer: &str) {
    let Some((parent, last)) = pointer.rsplit_once('/') else { return };
    let last = last.replace("~1", "/").replace("~0", "~");
    match value.pointer_mut(parent) {
        Some(Value::Object(members)) => drop(members.remove(&last)),
        Some(Value::Array(elements)) => {
            // The other elements keep their positions.
            if let Some(element) = last.parse::<usize>().ok().and_then(|position| elements.get_mut(position)) {
                *element = Value::Null;
            }
        }
        _ => {}
    }
}

fn expected_found(what: &str, expected: &str, found: &str) -> String {
    format!("{what}: expected `{}`, found `{}`", printable(expected, LONGEST), printable(found, LONGEST))
}
