//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// An earlier part of the conversation in short, encrypted form.
    pub struct CompactionBody {
        "type" = "compaction",
        /// Identifier of the item.
        id: required(String) = "id",
        /// The encrypted summary.
        encrypted_content: required(String) = "encrypted_content",
        /// Who made the item.
        created_by: optional(String) = "created_by",
    }
}
