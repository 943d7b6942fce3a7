// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::{Maybe, Object};

/// An encrypted summary of an earlier part of the conversation.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "compaction"))]
pub struct CompactionSummaryItemParam {
    /// ID of the item.
    pub id: Maybe<String>,
    /// The encrypted summary. At most 20971520 characters.
    pub encrypted_content: String,
}
