//! Mintlify's older export format: one endpoint, as its renderer represents it.
//!
//! `paths` has one `path` and one `method`, a `request`, and the `response` of each status. A schema is an array of
//! alternatives. The heading of the page and the text after it are the operation's title and description.

mod content;
mod example;
mod parameter;
mod schema;
mod security;
mod server;

use serde_json::{Map, Value, json};

use super::block::METHODS;
use super::markdown::{Fence, Line};
use super::prose;
use crate::diagnostics::{Code, Diagnostics};
use crate::source::{Document, Pointer};

/// Information that pages of this form lack.
const SILENCE: &str = "exported endpoints omit the API title, operation IDs, response headers, scopes, and patterns and discriminators \
                       of whole bodies; names of security schemes are derived from a title, and tags from the URL of the page";

/// The maximum number of lines between the title of a page and its address.
const NEAR: usize = 4;

/// An endpoint during conversion.
struct Endpoint<'f> {
    found: &'f mut Diagnostics,
    /// The schemas of the page, and those that are named by a reference.
    schemas: Map<String, Value>,
    security_schemes: Map<String, Value>,
    /// Whether `nullable: true` allows null, as in OpenAPI 3.0.
    has_nullable: bool,
}

/// Returns the document that an endpoint was exported from. Returns `None` if it lacks a path or its method is not
/// valid.
pub(super) fn read(
    document: &Document,
    lines: &[Line<'_>],
    fence: &Fence<'_>,
    found: &mut Diagnostics,
) -> Option<Map<String, Value>> {
    let root = document.root();
    let at = Pointer::root().join("paths");
    let endpoint = root.get("paths")?;
    let path = endpoint.get("path")?.as_str()?;
    let method = endpoint.get("method")?.as_str()?.to_ascii_lowercase();
    if !METHODS.contains(&method.as_str()) {
        let message = format!("`{method}` is not a valid HTTP method; the page is skipped");
        found.report(Code::UnreadablePage, &at.join("method"), message);
        return None;
    }
    found.report(Code::LimitedPageFormat, &at.join("path"), SILENCE);
    let version = schema::version(root);
    let schemas = root.get("components").and_then(|components| components.get("schemas"));
    let schemas = schemas.and_then(Value::as_object).cloned().unwrap_or_default();
    let has_nullable = version.starts_with("3.0");
    let mut reader = Endpoint { found, schemas, security_schemes: Map::new(), has_nullable };
    let mut operation = described(lines, fence);
    reader.operation(endpoint, &at, &mut operation);
    let mut tree = Map::from_iter([("openapi".to_owned(), json!(version))]);
    tree.extend(server::servers(endpoint).map(|servers| ("servers".to_owned(), servers)));
    let is_webhook = endpoint.get("type").and_then(Value::as_str) == Some("webhook");
    tree.insert(if is_webhook { "webhooks" } else { "paths" }.to_owned(), json!({path: {method: operation}}));
    let mut components = root.get("components").and_then(Value::as_object).cloned().unwrap_or_default();
    components.insert("schemas".to_owned(), Value::Object(reader.schemas));
    components.insert("securitySchemes".to_owned(), Value::Object(reader.security_schemes));
    components.retain(|_, members| members.as_object().is_some_and(|members| !members.is_empty()));
    if !components.is_empty() {
        tree.insert("components".to_owned(), Value::Object(components));
    }
    Some(tree)
}

/// Returns the text of the page before the block: the heading as the summary, and the description of the operation.
fn described(lines: &[Line<'_>], fence: &Fence<'_>) -> Map<String, Value> {
    let mut operation = Map::new();
    let before = prose::within(lines, 0..fence.lines.start);
    let is_title =
        |line: &Line<'_>| line.heading().is_some_and(|(level, _)| level == 1) && !line.text.contains("# Source: ");
    let Some(number) = before.iter().rposition(is_title) else { return operation };
    let title = before.get(number).and_then(Line::heading).map(|(_, title)| title).filter(|title| !title.is_empty());
    operation.extend(title.map(|title| ("summary".to_owned(), json!(title))));
    let near = prose::within(before, number.saturating_sub(NEAR)..before.len().min(number + NEAR));
    operation.extend(prose::folder(near).map(|folder| ("tags".to_owned(), json!([folder]))));
    let after = prose::within(before, number + 1..before.len());
    let end = after.iter().position(|line| line.heading().is_some()).unwrap_or(after.len());
    let description = prose::paragraphs(prose::within(after, 0..end));
    if !description.is_empty() {
        operation.insert("description".to_owned(), description.into());
    }
    operation
}

impl Endpoint<'_> {
    fn operation(&mut self, endpoint: &Value, at: &Pointer, operation: &mut Map<String, Value>) {
        let request = endpoint.get("request");
        let at_request = at.join("request");
        let part = |key: &str| request.and_then(|request| request.get(key));
        if let Some(groups) = part("parameters") {
            let parameters = self.parameters(groups, &at_request.join("parameters"));
            if !parameters.is_empty() {
                operation.insert("parameters".to_owned(), Value::Array(parameters));
            }
        }
        // Responses are read before the request, so that a schema that both reference is named with its response-only
        // properties.
        let mut responses = Map::new();
        if let Some(Value::Object(statuses)) = endpoint.get("response") {
            for (status, content) in statuses {
                let response = self.response(content, &at.join("response").join(status));
                responses.insert(status.clone(), response);
            }
        }
        if let Some(Value::Object(body)) = part("body") {
            let body = self.request_body(body, &at_request.join("body"));
            operation.extend(body.map(|body| ("requestBody".to_owned(), body)));
        }
        operation.insert("responses".to_owned(), Value::Object(responses));
        if endpoint.get("deprecated") == Some(&Value::Bool(true)) {
            operation.insert("deprecated".to_owned(), true.into());
        }
        if let Some(Value::Array(alternatives)) = part("security") {
            let security = self.security(alternatives, &at_request.join("security"));
            operation.insert("security".to_owned(), security);
        }
    }
}
