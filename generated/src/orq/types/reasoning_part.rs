// Written by apiarist from specs/orq/openapi.json. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::{Object, Value};
use std::collections::BTreeMap;

/// Reasoning of the model.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, is("kind", "reasoning"))]
#[non_exhaustive]
pub struct ReasoningPart {
    /// ID of the part. Default: `"reasoning_01kdvh2m9qy4zr8w5n7tbx3c6e"`.
    #[wire("_id")]
    pub id: String,
    /// Metadata of the part.
    pub metadata: Option<BTreeMap<String, Value>>,
    /// The reasoning text.
    pub reasoning: String,
    /// Signature of the reasoning.
    pub signature: Option<String>,
}
