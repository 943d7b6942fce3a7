//! The report on a request that matches no expectation.
//!
//! ```text
//! the fake API does not expect this request:
//!   GET https://bees.test/bees/b2?key=[hidden] (getBee)
//! closest expectation, registered at tests/bees.rs:7:20 for `getBee`:
//!   path argument `id`: expected `b1`, found `b2`
//! ```

use std::panic::Location;

use super::{Criterion, Times, is_same};
use crate::{
    spec::operation::OperationSpec,
    testing::{
        RecordedRequest,
        redaction::{RedactedBody, Redaction},
    },
    values::printable::printable,
};

/// The maximum length of a body in a report; the rest is truncated.
const LONGEST_BODY: usize = 1000;

/// The maximum length of any other line of a report.
const LONGEST_LINE: usize = 400;

/// An expectation that does not match.
pub(super) struct Candidate<'e> {
    pub(super) operation: Option<&'static OperationSpec>,
    pub(super) location: &'static Location<'static>,
    pub(super) criteria: &'e [Criterion],
    /// The number of requests that the expectation answers, if it has answered all of them.
    pub(super) exhausted: Option<Times>,
}

impl Candidate<'_> {
    /// Returns the differences between the expectation and a request.
    fn differences(&self, request: &RecordedRequest) -> Vec<String> {
        let mut differences = Vec::new();
        if let Some(operation) = self.operation
            && !is_same(request.operation, operation)
        {
            let found = request.operation.map_or("a token request".to_owned(), |found| format!("`{}`", found.id));
            differences.push(format!("operation: expected `{}`, found {found}", operation.id));
            return differences;
        }
        differences.extend(self.criteria.iter().filter_map(|criterion| criterion.difference(request)));
        if let Some(times) = self.exhausted {
            differences.push(format!("it has already answered all of its requests ({times})"));
        }
        differences
    }

    /// Returns the distance of the expectation from a request; the closest one is reported.
    fn distance(&self, request: &RecordedRequest, differences: usize) -> (bool, bool, usize) {
        let (is_other, is_other_route) = match (self.operation, request.operation) {
            (None, _) => (false, false),
            (Some(own), Some(found)) => {
                (!is_same(Some(found), own), (own.method, own.path) != (found.method, found.path))
            }
            (Some(_), None) => (true, true),
        };
        (is_other, is_other_route, differences)
    }
}

/// Returns the report as a summary on one line, and on several lines. Credentials are hidden in both.
pub(super) fn report(request: &RecordedRequest, candidates: &[Candidate<'_>]) -> (String, String) {
    let mut redaction = Redaction::default();
    redaction.learn_request(request);
    let line = |text: &str| printable(&redaction.text(text), LONGEST_LINE);
    let name = request.operation.map_or("token request", |operation| operation.id);
    let head = format!("{} {}", request.method, line(&redaction.url(&request.url, request.operation)));
    let mut report = format!("the fake API does not expect this request:\n  {head} ({name})");
    for (name, value) in redaction.headers(&request.headers, request.operation) {
        report.push_str(&format!("\n  {}", line(&format!("{name}: {value}"))));
    }
    match redaction.body(&request.headers, &request.body) {
        RedactedBody::None => {}
        RedactedBody::Json(json) => report.push_str(&format!("\n  {}", printable(&json.to_string(), LONGEST_BODY))),
        RedactedBody::Text(text) => report.push_str(&format!("\n  {}", printable(&text, LONGEST_BODY))),
        RedactedBody::Binary(bytes) => report.push_str(&format!("\n  {} bytes", bytes.len())),
    }
    let differing = candidates.iter().map(|candidate| (candidate, candidate.differences(request)));
    let closest = differing.min_by_key(|(candidate, differences)| candidate.distance(request, differences.len()));
    let Some((closest, differences)) = closest else {
        report.push_str("\nno expectation is registered: register one by `on`");
        return (format!("the fake API has no expectations, found {head}"), report);
    };
    let differences: Vec<String> = differences.iter().map(|difference| line(difference)).collect();
    let expected = closest.operation.map_or("any request".to_owned(), |operation| format!("`{}`", operation.id));
    report.push_str(&format!("\nclosest expectation, registered at {} for {expected}:", closest.location));
    differences.iter().for_each(|difference| report.push_str(&format!("\n  {difference}")));
    (format!("the fake API does not expect {head}: {}", differences.join("; ")), report)
}
