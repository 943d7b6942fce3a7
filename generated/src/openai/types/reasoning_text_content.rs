//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// What the model thought.
#[derive(Clone, Debug, PartialEq)]
pub struct ReasoningTextContent {
    /// The thoughts.
    pub text: String,
}
object!(ReasoningTextContent {
    "type" = "reasoning_text",
    text: required("text"),
});

impl ReasoningTextContent {
    /// With what is required.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into() }
    }
}
