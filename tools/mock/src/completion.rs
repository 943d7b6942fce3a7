//! Completes documents for the mock server, which does not implement the defaults of Swagger 2.0.
//!
//! ```text
//! post: {parameters: [{in: body}]}                        sent: application/json
//! completed: {parameters: [{in: body}], consumes: [application/json]}
//! ```
//!
//! - Swagger 2.0 defines no default for `consumes` and `produces`. The server rejects all bodies of an operation without
//!   them, and returns an empty response. The completed document names the media types that the client uses.
//! - The default of `collectionFormat` is `csv`. Without it, the server reads an array in a form as a string.

use apiarist::ir::{Operation, ParameterLocation};
use apiarist::source::Document;
use serde_json::{Value, json};

use super::explanation::is_ignored_header;
use super::objects::edit_objects;
use super::values::json_pointer;

/// Returns the completed document, or `None` if there is nothing to add. A document with references to other files
/// cannot be moved and stays incomplete. With `is_strict`, all parameters are required, so that the server rejects a
/// request that sends an optional one by a wrong name.
pub fn complete(document: &Document, operations: &[Operation], is_strict: bool) -> Option<Value> {
    if document.file_count() > 1 {
        return None;
    }
    let mut completed = document.root().clone();
    let mut is_changed = false;
    if completed.get("swagger").is_some() {
        is_changed |= state_formats(&mut completed);
        is_changed |= state_media_types(&mut completed, operations);
    }
    if is_strict {
        is_changed |= require_parameters(&mut completed, operations);
    }
    is_changed.then_some(completed)
}

/// Names the media types of operations that omit them. Returns `true` if there were any.
fn state_media_types(root: &mut Value, operations: &[Operation]) -> bool {
    let defaults = ["consumes", "produces"].map(|key| is_stated(root, key));
    let mut is_changed = false;
    for operation in operations {
        let target = root.pointer_mut(&json_pointer(&operation.origin));
        let Some(target) = target.filter(|target| target.is_object()) else { continue };
        let sent = operation.bodies.first().map(|body| vec![body.media_type.clone()]).unwrap_or_default();
        let stated = [("consumes", sent, defaults[0]), ("produces", operation.accepts.clone(), defaults[1])];
        for (key, media_types, is_default) in stated {
            let is_omitted = if target.get(key).is_some() { !is_stated(target, key) } else { !is_default };
            if is_omitted && !media_types.is_empty() {
                target[key] = json!(media_types);
                is_changed = true;
            }
        }
    }
    is_changed
}

/// Returns `true` if an object has media types.
fn is_stated(object: &Value, key: &str) -> bool {
    object.get(key).and_then(Value::as_array).is_some_and(|media_types| !media_types.is_empty())
}

/// Makes all parameters required that the server validates. Returns `true` if there were any.
fn require_parameters(root: &mut Value, operations: &[Operation]) -> bool {
    let mut is_changed = false;
    for parameter in operations.iter().flat_map(|operation| &operation.parameters) {
        let is_validated = match parameter.location {
            ParameterLocation::Query => true,
            ParameterLocation::Header => !is_ignored_header(&parameter.wire_name),
            ParameterLocation::Path | ParameterLocation::Cookie => false,
        };
        let target = root.pointer_mut(&json_pointer(&parameter.origin));
        if let Some(target) = target.filter(|target| is_validated && target.get("in").is_some()) {
            target["required"] = json!(true);
            is_changed = true;
        }
    }
    is_changed
}

/// States the format of all arrays in forms that omit it. Returns `true` if there were any.
fn state_formats(root: &mut Value) -> bool {
    edit_objects(root, &mut |members| {
        let is = |key: &str, expected: &str| members.get(key).is_some_and(|value| value == expected);
        let is_omitted = is("in", "formData") && is("type", "array") && !members.contains_key("collectionFormat");
        if is_omitted {
            members.insert("collectionFormat".to_owned(), json!("csv"));
        }
        is_omitted
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::planned;

    #[test]
    fn only_missing_keywords_are_added() {
        let text = r#"
swagger: "2.0"
info: {title: Pages, version: "1"}
paths:
  /pages:
    post:
      parameters: [{name: page, in: body, schema: {type: object}}]
      responses: {"200": {description: Done., schema: {type: object}}}
    put:
      consumes: [application/x-www-form-urlencoded]
      produces: [application/json]
      parameters:
      - {name: tags, in: formData, type: array, items: {type: string}}
      - {name: links, in: formData, type: array, items: {type: string}, collectionFormat: pipes}
      responses: {"200": {description: Done., schema: {type: object}}}
    delete:
      responses: {"204": {description: Done.}}
"#;
        let (document, client) = planned(text);
        let completed = complete(&document, &client.api().operations, false).expect("keywords are missing");
        let mut expected = document.root().clone();
        let post = &mut expected["paths"]["/pages"]["post"];
        post["consumes"] = json!(["application/json"]);
        post["produces"] = json!(["application/json"]);
        expected["paths"]["/pages"]["put"]["parameters"][0]["collectionFormat"] = json!("csv");
        assert_eq!(completed, expected);
        let complete_document = Document::parse("openapi.json", completed.to_string()).expect("it is a document");
        assert_eq!(complete(&complete_document, &client.api().operations, false), None);
    }

    #[test]
    fn strict_documents_require_all_validated_parameters() {
        let text = r#"
openapi: 3.1.0
info: {title: Pages, version: "1"}
paths:
  /pages:
    get:
      parameters:
      - {name: limit, in: query, schema: {type: integer}}
      - {name: Accept, in: header, schema: {type: string}}
      - {name: X-Trace, in: header, schema: {type: string}}
      responses: {"204": {description: Done.}}
"#;
        let (document, client) = planned(text);
        let strict = complete(&document, &client.api().operations, true).expect("it has parameters");
        let required = [0, 1, 2].map(|index| strict["paths"]["/pages"]["get"]["parameters"][index].get("required"));
        assert_eq!(required, [Some(&json!(true)), None, Some(&json!(true))]);
        assert_eq!(complete(&document, &client.api().operations, false), None);
    }
}
