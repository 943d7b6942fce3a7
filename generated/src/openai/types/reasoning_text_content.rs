// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// What the model thought.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "reasoning_text"))]
pub struct ReasoningTextContent {
    /// The thoughts.
    pub text: String,
}
