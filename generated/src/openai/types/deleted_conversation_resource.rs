//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// Tells that a conversation was deleted.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct DeletedConversationResource {
    /// Whether the conversation is gone.
    pub deleted: bool,
    /// Identifier of the conversation.
    pub id: String,
}
object!(DeletedConversationResource {
    "object" = "conversation.deleted",
    deleted: required("deleted"),
    id: required("id"),
});
