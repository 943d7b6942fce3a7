//! Completes documents for the mock server: Swagger 2.0 does not require `consumes` and `produces`, and defines no
//! default. The server rejects all bodies of an operation without them, and returns an empty response.
//!
//! ```text
//! post: {parameters: [{in: body}]}   sent: application/json
//! completed: post: {parameters: [{in: body}], consumes: [application/json]}
//! ```
//!
//! The completed document names the media types that the client uses.

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
    let mut is_changed = false;
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

#[cfg(test)]
mod tests {
    use apiarist::Client;
    use apiarist::diagnostics::Diagnostics;
    use apiarist::settings::Settings;

    use super::*;

    #[test]
    fn only_missing_media_types_are_added() {
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
      parameters: [{name: page, in: formData, type: string}]
      responses: {"200": {description: Done., schema: {type: object}}}
    delete:
      responses: {"204": {description: Done.}}
"#;
        let document = Document::parse("openapi.yaml", text).expect("it is a document");
        let client = Client::plan(&document, &Settings::default(), &mut Diagnostics::new()).expect("it has a client");
        let completed = complete(&document, &client.api().operations).expect("media types are missing");
        let mut expected = document.root().clone();
        let post = &mut expected["paths"]["/pages"]["post"];
        post["consumes"] = json!(["application/json"]);
        post["produces"] = json!(["application/json"]);
        assert_eq!(completed, expected);
        let complete_document = Document::parse("openapi.json", completed.to_string()).expect("it is a document");
        assert_eq!(complete(&complete_document, &client.api().operations), None);
    }
}
