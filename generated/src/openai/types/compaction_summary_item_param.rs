//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// An earlier part of the conversation in short, encrypted form.
    pub struct CompactionSummaryItemParam {
        "type" = "compaction",
        /// Identifier of the item.
        id: maybe(String) = "id",
        /// The encrypted summary. At most 20971520 characters.
        encrypted_content: required(String) = "encrypted_content",
    }
    new(encrypted_content(String))
}
