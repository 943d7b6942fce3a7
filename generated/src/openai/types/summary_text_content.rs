// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// A summary of the model's reasoning.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "summary_text"))]
pub struct SummaryTextContent {
    /// The summary.
    pub text: String,
}
