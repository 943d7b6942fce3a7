// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// Tells that a conversation was deleted.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(is("object", "conversation.deleted"))]
#[non_exhaustive]
pub struct DeletedConversationResource {
    /// Whether the conversation is gone.
    pub deleted: bool,
    /// Identifier of the conversation.
    pub id: String,
}
