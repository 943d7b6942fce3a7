//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Value, object};

/// A conversation.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ConversationResource {
    /// Identifier of the conversation.
    pub id: String,
    /// Key-value pairs that the caller stored; the reference gives no type.
    pub metadata: Value,
    /// When the conversation was made, in seconds since 1970.
    pub created_at: i64,
}
object!(ConversationResource {
    "object" = "conversation",
    id: required("id"),
    metadata: required("metadata"),
    created_at: required("created_at"),
});
