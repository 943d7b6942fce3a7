//! The request body and the responses of an endpoint.

use serde_json::{Map, Value, json};

use super::Endpoint;
use super::example::is_invented;
use super::schema::is_required;
use crate::source::Pointer;

/// The placeholder of a response with a description and without a body.
const PLACEHOLDER: &str = "_mintlify/placeholder";

impl Endpoint<'_> {
    /// Returns the request body, or `None` if there is none.
    pub(super) fn request_body(&mut self, body: &Map<String, Value>, at: &Pointer) -> Option<Value> {
        let content = self.content(body, at)?;
        let mut written = Map::new();
        written.extend(description(body).map(|text| ("description".to_owned(), text)));
        if body.values().any(|media_type| media_type.get("schemaArray").is_some_and(is_required)) {
            written.insert("required".to_owned(), true.into());
        }
        written.insert("content".to_owned(), content);
        Some(Value::Object(written))
    }

    /// Returns the response with one status.
    pub(super) fn response(&mut self, response: &Value, at: &Pointer) -> Value {
        let empty = Map::new();
        let response = response.as_object().unwrap_or(&empty);
        let description = description(response).unwrap_or_else(|| json!(""));
        let mut written = Map::from_iter([("description".to_owned(), description)]);
        written.extend(self.content(response, at).map(|content| ("content".to_owned(), content)));
        Value::Object(written)
    }

    fn content(&mut self, media_types: &Map<String, Value>, at: &Pointer) -> Option<Value> {
        let mut content = Map::new();
        for (name, media_type) in media_types.iter().filter(|(name, _)| *name != PLACEHOLDER) {
            let members = media_type.get("schemaArray").unwrap_or(&Value::Null);
            let schema = self.schema(members, &at.join(name).join("schemaArray"));
            let mut written = Map::from_iter([("schema".to_owned(), schema)]);
            let examples = media_type.get("examples").and_then(Value::as_object);
            if let Some(examples) = examples.filter(|examples| !examples.is_empty())
                && !examples.values().any(is_invented)
            {
                written.insert("examples".to_owned(), Value::Object(examples.clone()));
            }
            content.insert(name.clone(), Value::Object(written));
        }
        (!content.is_empty()).then_some(Value::Object(content))
    }
}

/// Returns the description of a body, which each media type repeats.
fn description(media_types: &Map<String, Value>) -> Option<Value> {
    media_types.values().find_map(|media_type| media_type.get("description").cloned())
}
