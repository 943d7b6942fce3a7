// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Maybe, Object};

/// An earlier part of the conversation in short, encrypted form.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "compaction"))]
pub struct CompactionSummaryItemParam {
    /// Identifier of the item.
    pub id: Maybe<String>,
    /// The encrypted summary. At most 20971520 characters.
    pub encrypted_content: String,
}
