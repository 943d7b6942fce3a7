// Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Object, Value};
use std::collections::BTreeMap;

/// Values of any shape.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(is("kind", "data"))]
#[non_exhaustive]
pub struct DataPart {
    /// The values.
    pub data: BTreeMap<String, Value>,
    /// Values of the caller.
    pub metadata: Option<BTreeMap<String, Value>>,
}
