// Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Object, Value};
use std::collections::BTreeMap;

/// Thoughts of the model.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(is("kind", "reasoning"))]
#[non_exhaustive]
pub struct ReasoningPart {
    /// Identifier of the part. Default: `"reasoning_01kdvh2m9qy4zr8w5n7tbx3c6e"`.
    #[wire("_id")]
    pub id: String,
    /// Values that go with the part.
    pub metadata: Option<BTreeMap<String, Value>>,
    /// The thoughts.
    pub reasoning: String,
    /// Signature over the thoughts.
    pub signature: Option<String>,
}
