//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Value, object};
use std::collections::BTreeMap;

object! {
    /// Thoughts of the model.
    pub struct ReasoningPart {
        "kind" = "reasoning",
        /// Identifier of the part. Default: `"reasoning_01kdvh2m9qy4zr8w5n7tbx3c6e"`.
        id: required(String) = "_id",
        /// Values that go with the part.
        metadata: optional(BTreeMap<String, Value>) = "metadata",
        /// The thoughts.
        reasoning: required(String) = "reasoning",
        /// Signature over the thoughts.
        signature: optional(String) = "signature",
    }
}
