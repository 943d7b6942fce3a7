//! Whether a value is valid for a component, as a validator says that shares nothing with the generator.

use std::cell::RefCell;
use std::collections::HashMap;

use jsonschema::{Draft, Registry, Validator};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC};
use serde_json::{Value, json};

use super::dialect;

/// What is escaped in a fragment: everything but the slashes of a pointer.
const NOT_IN_FRAGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/');

/// The name of the document among those that a validator knows.
const DOCUMENT: &str = "urn:document";

/// The component schemas of a document.
pub struct Schemas<'r> {
    registry: Registry<'r>,
    path: &'static [&'static str],
    /// The validators that were needed so far; none for schemas that are at fault.
    validators: RefCell<HashMap<String, Option<Validator>>>,
}

impl<'r> Schemas<'r> {
    /// Those of a document whose schemas are in the dialect of 2020-12; nothing when they cannot be understood.
    pub fn new(root: &'r Value) -> Option<Self> {
        let registry = Registry::new().add(DOCUMENT, root).and_then(|registry| registry.prepare()).ok()?;
        Some(Self { registry, path: dialect::component_path(root), validators: RefCell::default() })
    }

    /// What decides whether a value is valid for a component.
    pub fn validator(&self, name: &str) -> Option<Validator> {
        let token = name.replace('~', "~0").replace('/', "~1");
        self.validator_at(&format!("/{}/{token}", self.path.join("/")))
    }

    /// What decides whether a value is valid for the schema at a JSON pointer.
    pub fn validator_at(&self, pointer: &str) -> Option<Validator> {
        let fragment = percent_encoding::utf8_percent_encode(pointer, NOT_IN_FRAGMENT);
        let schema = json!({"$ref": format!("{DOCUMENT}#{fragment}")});
        jsonschema::options().with_draft(Draft::Draft202012).with_registry(&self.registry).build(&schema).ok()
    }

    /// Whether a value is valid for a component. Anything is for one that no validator understands.
    pub fn is_valid(&self, name: &str, value: &Value) -> bool {
        let mut validators = self.validators.borrow_mut();
        let validator = validators.entry(name.to_owned()).or_insert_with(|| self.validator(name));
        validator.as_ref().is_none_or(|validator| validator.is_valid(value))
    }
}
