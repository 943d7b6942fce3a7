//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// A conversation.
    pub struct ConversationResponse {
        "kind" = "conversation",
        /// Identifier of the conversation: `conv_` and a ULID. Default: `"conv_01kbmyap3tm1mfnr0pkr4xp01j"`.
        id: optional(String) = "_id",
        /// Name for people to read, chosen by the caller or made by a model. 1 to 100 characters.
        display_name: required(String) = "displayName",
        /// When the conversation was made, in milliseconds since 1970.
        created_at: required(f64) = "createdAt",
        /// When the conversation last changed, in milliseconds since 1970.
        updated_at: required(f64) = "updatedAt",
        /// User or agent that made the conversation.
        created_by_id: optional(String) = "createdById",
        /// User or agent that last changed the conversation.
        updated_by_id: optional(String) = "updatedById",
    }
}
