//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// How to weigh meaning against words.
    pub struct HybridSearchOptions {
        /// Weight of the meaning.
        embedding_weight: required(f64) = "embedding_weight",
        /// Weight of the words.
        text_weight: required(f64) = "text_weight",
    }
    new(embedding_weight(f64), text_weight(f64))
}
