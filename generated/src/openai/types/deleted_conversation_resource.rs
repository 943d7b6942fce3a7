//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// Tells that a conversation was deleted.
    pub struct DeletedConversationResource {
        "object" = "conversation.deleted",
        /// Whether the conversation is gone.
        deleted: required(bool) = "deleted",
        /// Identifier of the conversation.
        id: required(String) = "id",
    }
}
