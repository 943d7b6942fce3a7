// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// Reasoning text from the model.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "reasoning_text"))]
pub struct ReasoningTextContent {
    /// The reasoning text.
    pub text: String,
}
