// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// Weights of semantic and keyword matches.
#[derive(Clone, Copy, Object)]
#[object(Debug, PartialEq, new)]
pub struct HybridSearchOptions {
    /// Weight of semantic matches.
    pub embedding_weight: f64,
    /// Weight of keyword matches.
    pub text_weight: f64,
}
