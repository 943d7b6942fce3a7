// Written by apiarist from specs/orq/openapi.json. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::{Object, Value};
use std::collections::BTreeMap;

/// Arbitrary data.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, is("kind", "data"))]
#[non_exhaustive]
pub struct DataPart {
    /// The data.
    pub data: BTreeMap<String, Value>,
    /// Custom metadata.
    pub metadata: Option<BTreeMap<String, Value>>,
}
