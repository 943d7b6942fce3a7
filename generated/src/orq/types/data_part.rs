//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Value, object};
use std::collections::BTreeMap;

object! {
    /// Values of any shape.
    pub struct DataPart {
        "kind" = "data",
        /// The values.
        data: required(BTreeMap<String, Value>) = "data",
        /// Values of the caller.
        metadata: optional(BTreeMap<String, Value>) = "metadata",
    }
}
