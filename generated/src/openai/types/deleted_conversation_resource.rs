// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// Confirmation that a conversation was deleted.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, is("object", "conversation.deleted"))]
#[non_exhaustive]
pub struct DeletedConversationResource {
    /// Whether the conversation was deleted.
    pub deleted: bool,
    /// ID of the conversation.
    pub id: String,
}
