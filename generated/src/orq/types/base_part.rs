//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Value, object};
use std::collections::BTreeMap;

/// What every part of a reply has.
#[derive(Clone, Debug, PartialEq)]
pub struct BasePart {
    /// Identifier of the part.
    pub id: String,
    /// Values that go with the part.
    pub metadata: Option<BTreeMap<String, Value>>,
}
object!(BasePart {
    id: required("_id"),
    metadata: optional("metadata"),
});

impl BasePart {
    /// With what is required.
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            metadata: None,
        }
    }

    pub fn metadata(mut self, metadata: BTreeMap<String, Value>) -> Self {
        self.metadata = Some(metadata);
        self
    }
}
