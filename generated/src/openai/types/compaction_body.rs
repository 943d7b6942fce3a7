// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// An earlier part of the conversation in short, encrypted form.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(is("type", "compaction"))]
#[non_exhaustive]
pub struct CompactionBody {
    /// Identifier of the item.
    pub id: String,
    /// The encrypted summary.
    pub encrypted_content: String,
    /// Who made the item.
    pub created_by: Option<String>,
}
