//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// How to weigh meaning against words.
#[derive(Clone, Debug, PartialEq)]
pub struct HybridSearchOptions {
    /// Weight of the meaning.
    pub embedding_weight: f64,
    /// Weight of the words.
    pub text_weight: f64,
}
object!(HybridSearchOptions {
    embedding_weight: required("embedding_weight"),
    text_weight: required("text_weight"),
});

impl HybridSearchOptions {
    /// With what is required.
    pub fn new(embedding_weight: f64, text_weight: f64) -> Self {
        Self {
            embedding_weight,
            text_weight,
        }
    }
}
