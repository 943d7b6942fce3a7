//! Makes larger documents from one document, to measure how costs grow with its size.
//!
//! ```text
//! paths: {/pets: {get: {operationId: list, …}}}     paths: {/pets: {get: {operationId: list, …}},
//! components: {schemas: {Pet: …}}                           /copy2/pets: {get: {operationId: listCopy2, …}}}
//!                                                   components: {schemas: {Pet: …, PetCopy2: …}}
//! ```
//!
//! Each copy refers to its own components only.

use serde_json::{Map, Value, json};

/// The component sections of Swagger 2.0, which are at the root.
const ROOT_SECTIONS: [&str; 3] = ["definitions", "parameters", "responses"];

/// The section that all copies share, because the copies of an operation require the same credentials.
const SHARED: &str = "securitySchemes";

/// The property that [`changed`] adds.
const ADDED: &str = "addedLater";

/// Returns a document with this many copies of each operation and component, the original included.
pub fn copied(root: &Value, count: usize) -> Value {
    let mut all = root.clone();
    for number in 2..=count {
        let copy = Copy { number };
        for section in sections(root) {
            if let (Some(from), Some(to)) = (members(root, &section), members_mut(&mut all, &section)) {
                to.extend(from.iter().map(|(name, value)| (copy.name(name), copy.renamed(value))));
            }
        }
        for (section, is_path) in [("paths", true), ("webhooks", false)] {
            let section = [section.to_owned()];
            if let (Some(from), Some(to)) = (members(root, &section), members_mut(&mut all, &section)) {
                let items = from.iter().filter(|(key, _)| !is_path || key.starts_with('/'));
                to.extend(items.map(|(key, item)| {
                    let key = if is_path { copy.path(key) } else { copy.name(key) };
                    (key, copy.item(item))
                }));
            }
        }
    }
    all
}

/// Returns a later version of a document: every component schema with properties has one more.
pub fn changed(root: &Value) -> Value {
    let mut later = root.clone();
    for section in [vec!["components".to_owned(), "schemas".to_owned()], vec!["definitions".to_owned()]] {
        let schemas = members_mut(&mut later, &section).into_iter().flat_map(|schemas| schemas.values_mut());
        for properties in schemas.filter_map(|schema| schema.get_mut("properties")?.as_object_mut()) {
            properties.insert(ADDED.to_owned(), json!({"type": "string"}));
        }
    }
    later
}

/// Returns the paths of all component sections.
fn sections(root: &Value) -> Vec<Vec<String>> {
    let components = root.get("components").and_then(Value::as_object).into_iter().flat_map(Map::keys);
    let nested = components.filter(|section| *section != SHARED);
    let nested = nested.map(|section| vec!["components".to_owned(), section.clone()]);
    nested.chain(ROOT_SECTIONS.map(|section| vec![section.to_owned()])).collect()
}

fn members<'v>(root: &'v Value, path: &[String]) -> Option<&'v Map<String, Value>> {
    path.iter().try_fold(root, |at, key| at.get(key))?.as_object()
}

fn members_mut<'v>(root: &'v mut Value, path: &[String]) -> Option<&'v mut Map<String, Value>> {
    path.iter().try_fold(root, |at, key| at.get_mut(key))?.as_object_mut()
}

/// One of the copies.
#[derive(Clone, Copy)]
struct Copy {
    number: usize,
}

impl Copy {
    fn name(self, name: &str) -> String {
        format!("{name}Copy{}", self.number)
    }

    fn path(self, path: &str) -> String {
        format!("/copy{}{path}", self.number)
    }

    /// Copies a path item or a webhook. Its operations belong to groups of their own.
    fn item(self, item: &Value) -> Value {
        let mut item = self.renamed(item);
        for operation in item.as_object_mut().into_iter().flat_map(|item| item.values_mut()) {
            for tag in operation.get_mut("tags").and_then(Value::as_array_mut).into_iter().flatten() {
                if let Value::String(name) = tag {
                    *name = format!("{name} copy {}", self.number);
                }
            }
        }
        item
    }

    /// Copies a value with the references and the `operationId`s of this copy.
    fn renamed(self, value: &Value) -> Value {
        match value {
            Value::Object(members) => {
                members.iter().map(|(key, value)| (key.clone(), self.member(key, value))).collect()
            }
            Value::Array(elements) => elements.iter().map(|element| self.renamed(element)).collect(),
            _ => value.clone(),
        }
    }

    fn member(self, key: &str, value: &Value) -> Value {
        match (key, value) {
            ("$ref", Value::String(reference)) => self.reference(reference).into(),
            ("operationId", Value::String(id)) => self.name(id).into(),
            ("mapping", Value::Object(mapping)) => {
                let mapped = mapping.iter().map(|(tag, target)| {
                    let target = target.as_str().map(|target| Value::from(self.reference(target)));
                    (tag.clone(), target.unwrap_or_default())
                });
                mapped.collect()
            }
            _ => self.renamed(value),
        }
    }

    /// Returns the reference to the copy of a target, which may be the plain name of a schema in a mapping.
    fn reference(self, reference: &str) -> String {
        let Some(pointer) = reference.strip_prefix("#/") else { return self.name(reference) };
        let mut tokens: Vec<String> = pointer.split('/').map(str::to_owned).collect();
        let name = match tokens[0].as_str() {
            "components" if tokens.get(1).is_some_and(|section| section != SHARED) => 2,
            "paths" => {
                if let Some(path) = tokens.get_mut(1) {
                    *path = format!("~1copy{}{path}", self.number);
                }
                return format!("#/{}", tokens.join("/"));
            }
            section if ROOT_SECTIONS.contains(&section) => 1,
            _ => return reference.to_owned(),
        };
        if let Some(token) = tokens.get_mut(name) {
            *token = self.name(token);
        }
        format!("#/{}", tokens.join("/"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_refer_to_their_own_components() {
        let root = json!({
            "paths": {"/pets": {"get": {"operationId": "list", "tags": ["pets"], "responses": {
                "200": {"$ref": "#/components/responses/Pets"},
                "default": {"$ref": "#/paths/~1pets/get/responses/200"},
            }}}},
            "components": {
                "responses": {"Pets": {"schema": {"$ref": "#/components/schemas/Pet"}}},
                "schemas": {"Pet": {"properties": {}, "discriminator": {"mapping": {"cat": "Cat"}}}},
                "securitySchemes": {"key": {"type": "apiKey"}},
            },
        });
        let twice = copied(&root, 2);
        assert_eq!(copied(&root, 1), root);
        let expected = json!({"get": {"operationId": "listCopy2", "tags": ["pets copy 2"], "responses": {
            "200": {"$ref": "#/components/responses/PetsCopy2"},
            "default": {"$ref": "#/paths/~1copy2~1pets/get/responses/200"},
        }}});
        assert_eq!(twice["paths"]["/copy2/pets"], expected);
        let components = &twice["components"];
        assert_eq!(components["responses"]["PetsCopy2"]["schema"]["$ref"], "#/components/schemas/PetCopy2");
        assert_eq!(components["schemas"]["PetCopy2"]["discriminator"]["mapping"]["cat"], "CatCopy2");
        assert_eq!(components["securitySchemes"].as_object().map(Map::len), Some(1));
        let later = changed(&twice);
        for name in ["Pet", "PetCopy2"] {
            assert_eq!(later["components"]["schemas"][name]["properties"][ADDED], json!({"type": "string"}));
        }
    }
}
