//! The criteria of an expectation: a request matches if it meets all of them.

use std::{fmt, sync::Arc};

use serde_json::Value;

use crate::testing::{difference::first_difference, recorded_request::RecordedRequest, redaction::names_credential};

/// A criterion of an expectation.
#[derive(Clone)]
pub(super) enum Criterion {
    /// An argument of the path has this value.
    Argument(String, String),
    /// A query parameter has this value.
    Query(String, String),
    /// A header has this value.
    Header(String, String),
    /// The body is equal to this JSON value.
    Body(Value),
    /// A function returns `true`.
    Test(Arc<dyn Fn(&RecordedRequest) -> bool + Send + Sync>),
}

impl Criterion {
    /// Returns the difference between the criterion and a request, or `None` if the request meets the criterion.
    pub(super) fn difference(&self, request: &RecordedRequest) -> Option<String> {
        match self {
            Criterion::Argument(name, expected) => compare("path argument", name, expected, request.argument(name)),
            Criterion::Query(name, expected) => compare("query parameter", name, expected, request.query(name)),
            Criterion::Header(name, expected) => {
                compare("header", name, expected, request.header(name).map(str::to_owned))
            }
            Criterion::Body(expected) => match serde_json::from_slice(&request.body) {
                Ok(found) => first_difference(expected, &found).map(|difference| format!("body: {difference}")),
                Err(_) => Some("body: expected JSON".to_owned()),
            },
            Criterion::Test(test) => {
                (!test(request)).then(|| "the function passed to `matching` returned `false`".to_owned())
            }
        }
    }
}

impl fmt::Debug for Criterion {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Criterion::Argument(name, value) => write!(formatter, "argument({name:?}, {value:?})"),
            Criterion::Query(name, value) => write!(formatter, "query({name:?}, {value:?})"),
            Criterion::Header(name, _) => write!(formatter, "header({name:?})"),
            Criterion::Body(_) => formatter.write_str("body"),
            Criterion::Test(_) => formatter.write_str("matching"),
        }
    }
}

fn compare(kind: &str, name: &str, expected: &str, found: Option<String>) -> Option<String> {
    match found {
        Some(found) if found == expected => None,
        Some(_) if names_credential(name) => Some(format!("{kind} `{name}`: expected another value")),
        Some(found) => Some(format!("{kind} `{name}`: expected `{expected}`, found `{found}`")),
        None => Some(format!("{kind} `{name}`: expected `{expected}`, found none")),
    }
}
