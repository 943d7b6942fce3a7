//! Validates values against components with a validator that shares no code with the generator.

use std::cell::RefCell;
use std::collections::HashMap;

use jsonschema::{Draft, Registry, Validator};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC};
use serde_json::{Value, json};

use super::dialect;

/// Characters that are escaped in a fragment: all except alphanumerics and the slashes of a pointer.
const NOT_IN_FRAGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/');

/// The URI of the document in the validator.
const DOCUMENT: &str = "urn:document";

/// The component schemas of a document.
pub struct Schemas<'r> {
    registry: Registry<'r>,
    path: &'static [&'static str],
    /// The validators built so far, by the name of the component or the pointer of the subschema; `None` for invalid
    /// schemas.
    validators: RefCell<HashMap<String, Option<Validator>>>,
}

impl<'r> Schemas<'r> {
    /// Creates the schemas of a document in the dialect of 2020-12. Returns `None` if they are invalid.
    pub fn new(root: &'r Value) -> Option<Self> {
        let registry = Registry::new().add(DOCUMENT, root).and_then(|registry| registry.prepare()).ok()?;
        Some(Self { registry, path: dialect::component_path(root), validators: RefCell::default() })
    }

    /// Returns the validator of a component.
    pub fn validator(&self, name: &str) -> Option<Validator> {
        self.validator_at(&self.pointer(name), false)
    }

    /// Returns `true` if the subschema of a component's `oneOf` accepts a value. Every value is valid for a subschema that
    /// the validator rejects.
    pub fn is_valid_member(&self, name: &str, member: usize, value: &Value) -> bool {
        let pointer = format!("{}/oneOf/{member}", self.pointer(name));
        let mut validators = self.validators.borrow_mut();
        let validator = validators.entry(pointer.clone()).or_insert_with(|| self.validator_at(&pointer, false));
        validator.as_ref().is_none_or(|validator| validator.is_valid(value))
    }

    /// Returns the JSON pointer of a component.
    fn pointer(&self, name: &str) -> String {
        let token = name.replace('~', "~0").replace('/', "~1");
        format!("/{}/{token}", self.path.join("/"))
    }

    /// Returns the validator of the schema at a JSON pointer. It can also validate formats, which JSON Schema 2020-12
    /// leaves to the application.
    pub fn validator_at(&self, pointer: &str, validates_formats: bool) -> Option<Validator> {
        let fragment = percent_encoding::utf8_percent_encode(pointer, NOT_IN_FRAGMENT);
        let schema = json!({"$ref": format!("{DOCUMENT}#{fragment}")});
        let options = jsonschema::options().with_draft(Draft::Draft202012).with_registry(&self.registry);
        options.should_validate_formats(validates_formats).build(&schema).ok()
    }

    /// Returns `true` if a value is valid for a component. Every value is valid for a schema that the validator
    /// rejects.
    pub fn is_valid(&self, name: &str, value: &Value) -> bool {
        let mut validators = self.validators.borrow_mut();
        let validator = validators.entry(name.to_owned()).or_insert_with(|| self.validator(name));
        validator.as_ref().is_none_or(|validator| validator.is_valid(value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn member_of_a_union_is_validated_by_itself() {
        let root = json!({"openapi": "3.1.0", "components": {"schemas": {
            "A/B": {"oneOf": [{"$ref": "#/components/schemas/C"}, {"type": "integer"}]},
            "C": {"type": "string"},
        }}});
        let schemas = Schemas::new(&root).expect("they are schemas");
        assert!(schemas.is_valid_member("A/B", 0, &json!("a")));
        assert!(!schemas.is_valid_member("A/B", 1, &json!("a")));
        assert!(schemas.is_valid("A/B", &json!("a")));
    }
}
