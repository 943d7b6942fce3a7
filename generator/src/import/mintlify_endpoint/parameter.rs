//! The parameters of an endpoint, by location and name.

use serde_json::{Map, Value, json};

use super::Endpoint;
use super::schema::is_required;
use crate::source::Pointer;

/// The locations of parameters.
const PLACES: [&str; 4] = ["path", "query", "header", "cookie"];

/// The keywords of a schema that belong to its parameter.
const OF_PARAMETER: [&str; 2] = ["description", "deprecated"];

impl Endpoint<'_> {
    /// Returns all parameters.
    pub(super) fn parameters(&mut self, groups: &Value, at: &Pointer) -> Vec<Value> {
        let mut parameters = Vec::new();
        for place in PLACES {
            let group = groups.get(place).and_then(Value::as_object);
            for (name, parameter) in group.into_iter().flatten() {
                parameters.push(self.parameter(place, name, parameter, &at.join(place).join(name)));
            }
        }
        parameters
    }

    fn parameter(&mut self, place: &str, name: &str, parameter: &Value, at: &Pointer) -> Value {
        let members = parameter.get("schema").unwrap_or(&Value::Null);
        let mut schema = self.schema(members, &at.join("schema"));
        let mut written = Map::from_iter([("name".to_owned(), json!(name)), ("in".to_owned(), json!(place))]);
        if place == "path" || is_required(members) {
            written.insert("required".to_owned(), true.into());
        }
        for key in OF_PARAMETER {
            let value = schema.as_object_mut().and_then(|schema| schema.remove(key));
            written.extend(value.map(|value| (key.to_owned(), value)));
        }
        for key in ["style", "explode"] {
            written.extend(parameter.get(key).map(|value| (key.to_owned(), value.clone())));
        }
        written.insert("schema".to_owned(), schema);
        Value::Object(written)
    }
}
