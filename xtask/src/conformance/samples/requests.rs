//! Which components requests carry.

use std::collections::HashSet;

use serde_json::Value;

use super::dialect::components;
use super::family::Families;
use super::flatten::last;

/// The names of the components that a request of any operation carries, directly or inside others.
pub fn carried(root: &Value, families: &Families) -> HashSet<String> {
    let (mut carried, mut open) = (HashSet::new(), Vec::new());
    requests(root, &mut open);
    while let Some(value) = open.pop() {
        match value {
            Value::Object(members) => {
                if let Some(reference) = members.get("$ref").and_then(Value::as_str) {
                    let heirs = families.heirs(last(reference)).iter().map(String::as_str);
                    for name in heirs.chain([last(reference)]) {
                        if carried.insert(name.to_owned()) {
                            open.extend(components(root).and_then(|components| components.get(name)));
                            open.extend(named(root, name));
                        }
                    }
                }
                open.extend(members.values());
            }
            Value::Array(elements) => open.extend(elements),
            _ => {}
        }
    }
    carried
}

/// The bodies and parameters of all operations.
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

/// A parameter or body that has this name.
fn named<'r>(root: &'r Value, name: &str) -> impl Iterator<Item = &'r Value> {
    let folders = ["/components/requestBodies", "/components/parameters", "/parameters"];
    folders.into_iter().filter_map(move |folder| root.pointer(folder)?.get(name)).collect::<Vec<_>>().into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_a_request_leads_to_is_carried_and_what_answers_hold_is_not() {
        let reference = |name: &str| json!({"schema": {"$ref": format!("#/components/schemas/{name}")}});
        let root = json!({"openapi": "3.1.0", "paths": {"/": {"post": {
            "requestBody": {"content": {"application/json": reference("A")}},
            "responses": {"200": {"content": {"application/json": reference("C")}}},
        }}}, "components": {"schemas": {"A": {"items": {"$ref": "#/components/schemas/B"}}, "B": {}, "C": {}}}});
        let carried = carried(&root, &Families::new(&root));
        assert_eq!(carried, HashSet::from(["A".to_owned(), "B".to_owned()]));
    }
}
