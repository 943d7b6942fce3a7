//! Code blocks of a page that describe an API, read as a tree.

use std::ops::Range;

use serde_json::Value;

use super::markdown::{Fence, alone};
use super::page::Page;
use crate::diagnostics::{Code, Diagnostics};
use crate::source::{Document, SourceError};

/// The HTTP methods with a key of their own in a path item.
pub(super) const METHODS: [&str; 8] = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/// The content of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// An OpenAPI document.
    Document,
    /// One endpoint, in the format of an older version of Mintlify.
    Endpoint,
}

/// Returns `true` if the info string of a block announces an API, or its content begins like one.
pub(super) fn is_likely(page: &Page, fence: &Fence<'_>) -> bool {
    announces_operation(fence.info) || begins_document(page.text().get(fence.content.clone()).unwrap_or_default())
}

/// Reads a [likely](is_likely) block. Returns `None` if it does not describe an API, or cannot be read, which is
/// reported.
pub(super) fn read(page: &Page, fence: &Fence<'_>, diagnostics: &mut Diagnostics) -> Option<(Kind, Document)> {
    let document = match parse(page, &fence.content) {
        Ok(document) => document,
        Err(error) => {
            report_unreadable(page, &fence.opening, &error, diagnostics);
            return None;
        }
    };
    let kind = kind(document.root());
    if kind.is_none() && announces_operation(fence.info) {
        let message = "the block must be an OpenAPI document or an endpoint with `path` and `method`; it is skipped";
        diagnostics.report_elsewhere(Code::UnreadablePage, message, Some(page.excerpt(&fence.opening)));
    }
    Some((kind?, document))
}

/// Parses a range of a page as YAML or JSON, so that each location has its line on the page.
pub(super) fn parse(page: &Page, range: &Range<usize>) -> Result<Document, SourceError> {
    Document::parse(&page.path().display().to_string(), alone(page.text(), range))
}

/// Reports the error that prevents reading a part of a page.
pub(super) fn report_unreadable(page: &Page, part: &Range<usize>, error: &SourceError, diagnostics: &mut Diagnostics) {
    let place = error.place().map(|(file, span)| crate::diagnostics::Excerpt::new(page.path(), file.text(), &span));
    let message = format!("cannot read the operation: {}; it is skipped", error.message());
    diagnostics.report_elsewhere(Code::UnreadablePage, message, place.or_else(|| Some(page.excerpt(part))));
}

fn kind(root: &Value) -> Option<Kind> {
    let paths = root.get("paths");
    let is_text = |key: &str| paths.and_then(|paths| paths.get(key)).is_some_and(Value::is_string);
    if is_text("path") && is_text("method") {
        return Some(Kind::Endpoint);
    }
    (root.get("openapi").is_some() || root.get("swagger").is_some()).then_some(Kind::Document)
}

/// Returns `true` if an info string such as `yaml openapi.json get /pets/{id}` names an operation or a webhook.
fn announces_operation(info: &str) -> bool {
    let words: Vec<&str> = info.split_whitespace().collect();
    let language = words.first().is_some_and(|word| ["yaml", "yml", "json"].contains(word));
    let [.., what, place] = words.as_slice() else { return false };
    let method = what.to_ascii_lowercase();
    language && (method == "webhook" || METHODS.contains(&method.as_str()) && place.starts_with('/'))
}

/// Returns `true` if text begins like a document or an endpoint, as YAML or as JSON.
fn begins_document(content: &str) -> bool {
    let start = content.trim_start_matches(|character: char| character.is_whitespace() || "{'\"".contains(character));
    ["openapi", "swagger", "paths"].iter().any(|key| {
        start.strip_prefix(key).is_some_and(|rest| rest.trim_start_matches(['"', '\'']).trim_start().starts_with(':'))
    })
}
