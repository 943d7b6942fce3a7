//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// A summary of what the model thought.
    pub struct SummaryTextContent {
        "type" = "summary_text",
        /// The summary.
        text: required(String) = "text",
    }
    new(text(String))
}
