//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Maybe, object};

/// An earlier part of the conversation in short, encrypted form.
#[derive(Clone, Debug, PartialEq)]
pub struct CompactionSummaryItemParam {
    /// Identifier of the item.
    pub id: Maybe<String>,
    /// The encrypted summary.
    ///
    /// At most 20971520 characters.
    pub encrypted_content: String,
}
object!(CompactionSummaryItemParam {
    "type" = "compaction",
    id: maybe("id"),
    encrypted_content: required("encrypted_content"),
});

impl CompactionSummaryItemParam {
    /// With what is required.
    pub fn new(encrypted_content: impl Into<String>) -> Self {
        Self {
            id: Maybe::Absent,
            encrypted_content: encrypted_content.into(),
        }
    }

    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Maybe::Value(id.into());
        self
    }
}
