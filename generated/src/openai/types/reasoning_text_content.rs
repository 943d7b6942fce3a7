//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// What the model thought.
    pub struct ReasoningTextContent {
        "type" = "reasoning_text",
        /// The thoughts.
        text: required(String) = "text",
    }
    new(text(String))
}
