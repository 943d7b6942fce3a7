//! Removes read-only properties from schemas, so that a request does not contain them.
//!
//! ```text
//! required: [id, name]                               required: [name]
//! properties: {id: {readOnly: true}, name: {}}       properties: {name: {}}
//! ```

use serde_json::{Map, Value};

use super::objects::edit_objects;
use super::values::target;

/// Returns a document without read-only properties, or `None` if it has none. A property is also read-only if its
/// schema references a read-only one.
pub fn without_read_only(root: &Value) -> Option<Value> {
    let mut writable = root.clone();
    edit_objects(&mut writable, &mut |members| remove(root, members)).then_some(writable)
}

/// Removes the read-only properties of a schema. Returns `true` if there were any.
fn remove(root: &Value, members: &mut Map<String, Value>) -> bool {
    let mut removed: Vec<String> = Vec::new();
    if let Some(Value::Object(properties)) = members.get_mut("properties") {
        properties.retain(|name, schema| {
            let is_read_only = target(root, schema).get("readOnly") == Some(&Value::Bool(true));
            if is_read_only {
                removed.push(name.clone());
            }
            !is_read_only
        });
    }
    if let Some(Value::Array(required)) = members.get_mut("required") {
        required.retain(|name| !removed.iter().any(|removed| name == removed));
    }
    // Without properties, a schema without a type would no longer describe an object.
    if !removed.is_empty() && !members.contains_key("type") {
        members.insert("type".to_owned(), "object".into());
    }
    !removed.is_empty()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn read_only_properties_are_neither_listed_nor_required() {
        let properties = json!({
            "id": {"readOnly": true}, "owner": {"$ref": "#/Owner"}, "name": {"type": "string", "readOnly": false},
        });
        let root = json!({
            "Owner": {"type": "string", "readOnly": true},
            "Page": {"items": [{"required": ["id", "name"], "properties": properties}]},
        });
        let properties = json!({"name": properties["name"]});
        let page = json!({"items": [{"required": ["name"], "properties": properties, "type": "object"}]});
        assert_eq!(without_read_only(&root), Some(json!({"Owner": root["Owner"], "Page": page})));
        assert_eq!(without_read_only(&root["Owner"]), None);
    }
}
