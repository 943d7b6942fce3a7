// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// A summary of the model's reasoning.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "summary_text"))]
pub struct SummaryTextContent {
    /// The summary.
    pub text: String,
}
