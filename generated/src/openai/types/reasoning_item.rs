//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{ReasoningTextContent, Status, SummaryTextContent};
use apiarist_runtime::object;

object! {
    /// What the model thought before it answered.
    pub struct ReasoningItem {
        "type" = "reasoning",
        /// Identifier of the item.
        id: required(String) = "id",
        /// The thoughts in encrypted form; sent when asked for with `include`.
        encrypted_content: maybe(String) = "encrypted_content",
        /// Summaries of the thoughts.
        summary: required(Vec<SummaryTextContent>) = "summary",
        /// The thoughts themselves.
        content: optional(Vec<ReasoningTextContent>) = "content",
        /// How far the item is.
        status: optional(Status) = "status",
    }
    new(id(String), summary(Vec<SummaryTextContent>))
}
