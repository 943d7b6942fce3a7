// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// How to weigh meaning against words.
#[derive(Clone, Copy, Debug, PartialEq, Object)]
#[object(new)]
pub struct HybridSearchOptions {
    /// Weight of the meaning.
    pub embedding_weight: f64,
    /// Weight of the words.
    pub text_weight: f64,
}
