// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// An encrypted summary of an earlier part of the conversation.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, is("type", "compaction"))]
#[non_exhaustive]
pub struct CompactionBody {
    /// ID of the item.
    pub id: String,
    /// The encrypted summary.
    pub encrypted_content: String,
    /// Creator of the item.
    pub created_by: Option<String>,
}
