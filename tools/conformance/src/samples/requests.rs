//! Determines the components contained in requests.

use std::collections::HashSet;

use serde_json::Value;

use super::dialect::component_path;
use super::family::Families;
use super::flatten::resolve;

/// Keywords whose values are not schemas, or are schemas that values need not match.
const NOT_SCHEMAS: [&str; 6] = ["definitions", "$defs", "example", "examples", "default", "enum"];

/// Returns the names of the components contained in a request of any operation, directly or nested.
pub fn carried(root: &Value, families: &Families) -> HashSet<String> {
    let (mut carried, mut open) = (HashSet::new(), Vec::new());
    let (mut followed, mut joined) = (HashSet::new(), HashSet::new());
    requests(root, &mut open);
    while let Some(value) = open.pop() {
        match value {
            Value::Object(members) => {
                let reference = members.get("$ref").and_then(Value::as_str).filter(|text| followed.insert(*text));
                if let Some((reference, target)) = reference.and_then(|text| Some((text, resolve(root, text)?))) {
                    open.push(target);
                    let name = component_name(root, reference);
                    for subtype in name.map(|name| families.subtypes(name)).unwrap_or_default() {
                        carried.insert(subtype.clone());
                        open.extend(families.component(root, subtype));
                    }
                    carried.extend(name.map(str::to_owned));
                }
                for (key, value) in members.iter().filter(|(key, _)| !NOT_SCHEMAS.contains(&key.as_str())) {
                    match value {
                        Value::Object(properties) if key == "properties" => open.extend(properties.values()),
                        // Several schemas in `allOf` are lowered to one type of their own with all their properties.
                        Value::Array(parts) if key == "allOf" && parts.len() > 1 => {
                            for part in parts {
                                match part.get("$ref").and_then(Value::as_str) {
                                    Some(text) if joined.insert(text) => open.extend(resolve(root, text)),
                                    Some(_) => {}
                                    None => open.push(part),
                                }
                            }
                        }
                        form if key.starts_with("multipart/") => parts_of_form(root, form, &mut open),
                        value => open.push(value),
                    }
                }
            }
            Value::Array(elements) => open.extend(elements),
            _ => {}
        }
    }
    carried
}

/// Collects the schemas of a form's parts. The form itself is not encoded as JSON.
fn parts_of_form<'r>(root: &'r Value, form: &'r Value, found: &mut Vec<&'r Value>) {
    let (mut open, mut followed) = (vec![form], HashSet::new());
    while let Some(schema) = open.pop() {
        let reference = schema.get("$ref").and_then(Value::as_str).filter(|text| followed.insert(*text));
        open.extend(reference.and_then(|reference| resolve(root, reference)));
        open.extend(schema.get("schema"));
        let list = |key: &str| schema.get(key).and_then(Value::as_array).into_iter().flatten();
        open.extend(["allOf", "oneOf", "anyOf"].into_iter().flat_map(list));
        found.extend(schema.get("properties").and_then(Value::as_object).into_iter().flat_map(|parts| parts.values()));
    }
}

/// Returns the name of the component schema that a reference targets, or `None` if it targets a part of one.
fn component_name<'t>(root: &Value, reference: &'t str) -> Option<&'t str> {
    let folder = component_path(root).join("/");
    let name = reference.strip_prefix("#/")?.strip_prefix(folder.as_str())?.strip_prefix('/')?;
    (!name.contains('/')).then_some(name)
}

/// Collects the bodies and parameters of all operations.
fn requests<'r>(root: &'r Value, found: &mut Vec<&'r Value>) {
    let paths = root.get("paths").and_then(Value::as_object).into_iter().flat_map(|paths| paths.values());
    for item in paths.filter_map(Value::as_object) {
        found.extend(item.get("parameters"));
        for operation in item.values().filter_map(Value::as_object) {
            found.extend(operation.get("parameters"));
            found.extend(operation.get("requestBody"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn only_components_reachable_from_requests_are_carried() {
        let reference = |name: &str| json!({"schema": {"$ref": format!("#/components/schemas/{name}")}});
        let root = json!({"openapi": "3.1.0", "paths": {"/": {"post": {
            "requestBody": {"content": {"application/json": reference("A")}},
            "responses": {"200": {"content": {"application/json": reference("C")}}},
        }}}, "components": {"schemas": {
            "A": {"allOf": [{"items": {"$ref": "#/components/schemas/B"}}, {"$ref": "#/components/schemas/D"}]},
            "B": {}, "C": {}, "D": {},
        }}});
        let carried = carried(&root, &Families::new(&root));
        assert_eq!(carried, HashSet::from(["A".to_owned(), "B".to_owned()]));
    }
}
