//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{ReasoningTextContent, Status, SummaryTextContent};
use apiarist_runtime::{Maybe, list, object};

/// What the model thought before it answered.
#[derive(Clone, Debug, PartialEq)]
pub struct ReasoningItem {
    /// Identifier of the item.
    pub id: String,
    /// The thoughts in encrypted form; sent when asked for with `include`.
    pub encrypted_content: Maybe<String>,
    /// Summaries of the thoughts.
    pub summary: Vec<SummaryTextContent>,
    /// The thoughts themselves.
    pub content: Option<Vec<ReasoningTextContent>>,
    /// How far the item is.
    pub status: Option<Status>,
}
object!(ReasoningItem {
    "type" = "reasoning",
    id: required("id"),
    encrypted_content: maybe("encrypted_content"),
    summary: required("summary"),
    content: optional("content"),
    status: optional("status"),
});

impl ReasoningItem {
    /// With what is required.
    pub fn new(
        id: impl Into<String>,
        summary: impl IntoIterator<Item: Into<SummaryTextContent>>,
    ) -> Self {
        Self {
            id: id.into(),
            encrypted_content: Maybe::Absent,
            summary: list(summary),
            content: None,
            status: None,
        }
    }

    pub fn encrypted_content(mut self, encrypted_content: impl Into<String>) -> Self {
        self.encrypted_content = Maybe::Value(encrypted_content.into());
        self
    }

    pub fn content(mut self, content: impl IntoIterator<Item: Into<ReasoningTextContent>>) -> Self {
        self.content = Some(list(content));
        self
    }

    pub fn status(mut self, status: Status) -> Self {
        self.status = Some(status);
        self
    }
}
