//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Value, object};

object! {
    /// A conversation.
    pub struct ConversationResource {
        "object" = "conversation",
        /// Identifier of the conversation.
        id: required(String) = "id",
        /// Key-value pairs that the caller stored; the reference gives no type.
        metadata: required(Value) = "metadata",
        /// When the conversation was made, in seconds since 1970.
        created_at: required(i64) = "created_at",
    }
}
