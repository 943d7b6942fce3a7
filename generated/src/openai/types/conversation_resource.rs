// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Object, Value};

/// A conversation.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(is("object", "conversation"))]
#[non_exhaustive]
pub struct ConversationResource {
    /// Identifier of the conversation.
    pub id: String,
    /// Key-value pairs that the caller stored; the reference gives no type.
    pub metadata: Value,
    /// When the conversation was made, in seconds since 1970.
    pub created_at: i64,
}
