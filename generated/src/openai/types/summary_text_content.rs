// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// A summary of what the model thought.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "summary_text"))]
pub struct SummaryTextContent {
    /// The summary.
    pub text: String,
}
