//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Value, object};
use std::collections::BTreeMap;

/// Thoughts of the model.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ReasoningPart {
    /// Identifier of the part.
    ///
    /// Default: `"reasoning_01kdvh2m9qy4zr8w5n7tbx3c6e"`.
    pub id: String,
    /// Values that go with the part.
    pub metadata: Option<BTreeMap<String, Value>>,
    /// The thoughts.
    pub reasoning: String,
    /// Signature over the thoughts.
    pub signature: Option<String>,
}
object!(ReasoningPart {
    "kind" = "reasoning",
    id: required("_id"),
    metadata: optional("metadata"),
    reasoning: required("reasoning"),
    signature: optional("signature"),
});
