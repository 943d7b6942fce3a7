// Written by apiarist from specs/orq/openapi.json. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::{Object, Value};
use std::collections::BTreeMap;

/// Properties shared by all parts of a response.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new)]
pub struct BasePart {
    /// ID of the part.
    #[wire("_id")]
    pub id: String,
    /// Metadata of the part.
    pub metadata: Option<BTreeMap<String, Value>>,
}
