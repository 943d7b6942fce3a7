// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::{Object, Value};

/// A conversation.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, is("object", "conversation"))]
#[non_exhaustive]
pub struct ConversationResource {
    /// ID of the conversation.
    pub id: String,
    /// Key-value pairs stored by the caller. The reference does not define a type.
    pub metadata: Value,
    /// Time at which the conversation was created, in seconds since the Unix epoch.
    pub created_at: i64,
}
