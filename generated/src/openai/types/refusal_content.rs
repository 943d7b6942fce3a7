// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// A refusal from the model.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "refusal"))]
pub struct RefusalContent {
    /// Explanation of the refusal.
    pub refusal: String,
}
