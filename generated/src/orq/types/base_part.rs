//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Value, object};
use std::collections::BTreeMap;

object! {
    /// What every part of a reply has.
    pub struct BasePart {
        /// Identifier of the part.
        id: required(String) = "_id",
        /// Values that go with the part.
        metadata: optional(BTreeMap<String, Value>) = "metadata",
    }
    new(id(String))
}
