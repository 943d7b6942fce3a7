//! Completes Swagger 2.0 documents for the mock server, which does not implement their defaults.
//!
//! ```text
//! post: {parameters: [{in: body}]}                        sent: application/json
//! completed: {parameters: [{in: body}], consumes: [application/json]}
//! ```
//!
//! - Swagger 2.0 defines no default for `consumes` and `produces`. The server rejects all bodies of an operation without
//!   them, and returns an empty response. The completed document names the media types that the client uses.
//! - The default of `collectionFormat` is `csv`. Without it, the server reads an array in a form as a string.

use apiarist::ir::Operation;
use apiarist::source::Document;
use serde_json::{Value, json};

use super::values::json_pointer;

/// Returns the completed document, or `None` if there is nothing to add. A document with references to other files
/// cannot be moved and stays incomplete.
pub fn complete(document: &Document, operations: &[Operation]) -> Option<Value> {
    let root = document.root();
    if root.get("swagger").is_none() || document.file_count() > 1 {
        return None;
    }
    let mut completed = root.clone();
    let mut is_changed = state_formats(&mut completed);
    for operation in operations {
        let Some(object) = operation.origin.get(root) else { continue };
        let sent = operation.bodies.first().map(|body| vec![body.media_type.clone()]).unwrap_or_default();
        for (key, media_types) in [("consumes", sent), ("produces", operation.accepts.clone())] {
            let stated = object.get(key).or_else(|| root.get(key)).and_then(Value::as_array);
            let is_stated = stated.is_some_and(|stated| !stated.is_empty());
            let target = completed.pointer_mut(&json_pointer(&operation.origin)).and_then(Value::as_object_mut);
            if let Some(target) = target.filter(|_| !is_stated && !media_types.is_empty()) {
                target.insert(key.to_owned(), json!(media_types));
                is_changed = true;
            }
        }
    }
    is_changed.then_some(completed)
}

/// States the format of all arrays in forms that omit it. Returns `true` if there were any.
fn state_formats(node: &mut Value) -> bool {
    match node {
        Value::Object(members) => {
            let is = |key: &str, expected: &str| members.get(key).is_some_and(|value| value == expected);
            let is_omitted = is("in", "formData") && is("type", "array") && !members.contains_key("collectionFormat");
            if is_omitted {
                members.insert("collectionFormat".to_owned(), json!("csv"));
            }
            members.values_mut().fold(is_omitted, |any, member| state_formats(member) || any)
        }
        Value::Array(elements) => elements.iter_mut().fold(false, |any, element| state_formats(element) || any),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use apiarist::Client;
    use apiarist::diagnostics::Diagnostics;
    use apiarist::settings::Settings;

    use super::*;

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
        let document = Document::parse("openapi.yaml", text).expect("it is a document");
        let client = Client::plan(&document, &Settings::default(), &mut Diagnostics::new()).expect("it has a client");
        let completed = complete(&document, &client.api().operations).expect("keywords are missing");
        let mut expected = document.root().clone();
        let post = &mut expected["paths"]["/pages"]["post"];
        post["consumes"] = json!(["application/json"]);
        post["produces"] = json!(["application/json"]);
        expected["paths"]["/pages"]["put"]["parameters"][0]["collectionFormat"] = json!("csv");
        assert_eq!(completed, expected);
        let complete_document = Document::parse("openapi.json", completed.to_string()).expect("it is a document");
        assert_eq!(complete(&complete_document, &client.api().operations), None);
    }
}
