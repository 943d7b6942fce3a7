//! Determines which components are related: parents with a discriminator that others extend by `allOf`, and variants of
//! unions with a discriminator.

use std::collections::HashMap;

use serde_json::Value;

use super::dialect::components;
use super::flatten::last;

/// The relations between the components of a document.
#[derive(Debug, Default)]
pub struct Families {
    /// All descendants of each parent, and the parent itself unless a mapping excludes it.
    subtypes: HashMap<String, Vec<String>>,
    /// The discriminator of the union that contains a component, for components used only as union members.
    unions: HashMap<String, Value>,
    /// The discriminator values that components declare by an extension.
    own: HashMap<String, String>,
}

impl Families {
    /// Determines the relations in a document.
    pub fn new(root: &Value) -> Self {
        let mut families = Self::default();
        let Some(components) = components(root) else { return families };
        let mut children: HashMap<&str, Vec<&str>> = HashMap::new();
        for (name, schema) in components {
            let parts = schema.get("allOf").and_then(Value::as_array).into_iter().flatten();
            for parent in parts.filter_map(|part| part.get("$ref")?.as_str()) {
                children.entry(last(parent)).or_default().push(name);
            }
            if let Some(value) = own_value(schema) {
                families.own.insert(name.clone(), value.to_owned());
            }
        }
        for (name, schema) in components {
            let is_union = ["oneOf", "anyOf"].iter().any(|key| schema.get(*key).is_some());
            if let Some(discriminator) = schema.get("discriminator").filter(|_| !is_union) {
                let subtypes = families.subtypes_of(name, discriminator, &children);
                families.subtypes.insert(name.clone(), subtypes);
            }
        }
        let mut uses: HashMap<&str, (usize, Vec<&Value>)> = HashMap::new();
        count_uses(root, &mut uses);
        let only = uses.into_iter().filter(|(_, (all, unions))| *all == unions.len());
        let only = only.filter_map(|(name, (_, unions))| Some((name.to_owned(), (*unions.first()?).clone())));
        families.unions = only.collect();
        families
    }

    fn subtypes_of(&self, name: &str, discriminator: &Value, children: &HashMap<&str, Vec<&str>>) -> Vec<String> {
        let mut subtypes = vec![name];
        let mut next = 0;
        while let Some(subtype) = subtypes.get(next).copied() {
            next += 1;
            for child in children.get(subtype).into_iter().flatten() {
                if !subtypes.contains(child) {
                    subtypes.push(child);
                }
            }
        }
        let mapping = discriminator.get("mapping").and_then(Value::as_object).filter(|mapping| !mapping.is_empty());
        let mapped: Vec<&str> =
            mapping.into_iter().flat_map(|mapping| mapping.values()).filter_map(Value::as_str).map(last).collect();
        let has_values = !mapped.is_empty() || subtypes.iter().any(|subtype| self.own.contains_key(*subtype));
        if has_values && subtypes.len() > 1 {
            subtypes.retain(|subtype| mapped.contains(subtype) || self.own.contains_key(*subtype));
        }
        subtypes.into_iter().map(str::to_owned).collect()
    }

    /// Returns the components that a value of this component may match.
    pub fn subtypes(&self, name: &str) -> &[String] {
        self.subtypes.get(name).map_or(&[], Vec::as_slice)
    }

    /// Returns the discriminator of the union, if the component is used only as one of its variants.
    pub fn only_union(&self, name: &str) -> Option<&Value> {
        self.unions.get(name)
    }

    /// Returns the discriminator value that a component declares by an extension.
    pub fn own_value(&self, name: &str) -> Option<&str> {
        self.own.get(name).map(String::as_str)
    }

    /// Returns the component of this name.
    pub fn component<'r>(&self, root: &'r Value, name: &str) -> Option<&'r Value> {
        components(root)?.get(name)
    }
}

fn own_value(schema: &Value) -> Option<&str> {
    let parts = schema.get("allOf").and_then(Value::as_array).into_iter().flatten();
    std::iter::once(schema).chain(parts).find_map(|schema| {
        schema.get("x-ms-discriminator-value").or_else(|| schema.get("x-discriminator-value"))?.as_str()
    })
}

/// Counts the references to each component, and collects the discriminators of the unions that list the component.
fn count_uses<'r>(root: &'r Value, uses: &mut HashMap<&'r str, (usize, Vec<&'r Value>)>) {
    let mut rest = vec![root];
    while let Some(value) = rest.pop() {
        match value {
            Value::Object(members) => {
                if let Some(reference) = members.get("$ref").and_then(Value::as_str) {
                    uses.entry(last(reference)).or_default().0 += 1;
                }
                if let Some(discriminator) = members.get("discriminator") {
                    let listed = ["oneOf", "anyOf"].iter().filter_map(|key| members.get(*key)?.as_array()).flatten();
                    for reference in listed.filter_map(|member| member.get("$ref")?.as_str()) {
                        uses.entry(last(reference)).or_default().1.push(discriminator);
                    }
                }
                rest.extend(members.values());
            }
            Value::Array(elements) => rest.extend(elements),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn parent_value_is_a_component_of_the_mapping() {
        let root = json!({"openapi": "3.0.3", "components": {"schemas": {
            "Pet": {"discriminator": {"propertyName": "kind", "mapping": {"cat": "#/components/schemas/Cat"}}},
            "Cat": {"allOf": [{"$ref": "#/components/schemas/Pet"}]},
            "Dog": {"allOf": [{"$ref": "#/components/schemas/Pet"}]},
            "Free": {"discriminator": {"propertyName": "kind"}},
            "Child": {"allOf": [{"$ref": "#/components/schemas/Free"}]},
            "Some": {"oneOf": [{"$ref": "#/components/schemas/Cat"}], "discriminator": {"propertyName": "kind"}},
        }}});
        let families = Families::new(&root);
        assert_eq!(families.subtypes("Pet"), ["Cat"]);
        assert_eq!(families.subtypes("Free"), ["Free", "Child"]);
        assert_eq!(families.only_union("Cat"), Some(&json!({"propertyName": "kind"})));
        assert_eq!(families.only_union("Pet"), None);
    }
}
