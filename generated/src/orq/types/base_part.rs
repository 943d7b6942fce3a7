// Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Object, Value};
use std::collections::BTreeMap;

/// What every part of a reply has.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new)]
pub struct BasePart {
    /// Identifier of the part.
    #[wire("_id")]
    pub id: String,
    /// Values that go with the part.
    pub metadata: Option<BTreeMap<String, Value>>,
}
