//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// A summary of what the model thought.
#[derive(Clone, Debug, PartialEq)]
pub struct SummaryTextContent {
    /// The summary.
    pub text: String,
}
object!(SummaryTextContent {
    "type" = "summary_text",
    text: required("text"),
});

impl SummaryTextContent {
    /// With what is required.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into() }
    }
}
