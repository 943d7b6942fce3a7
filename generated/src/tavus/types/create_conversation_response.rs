//! Written by apiarist from specs/tavus/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// The conversation just made.
    pub struct CreateConversationResponse {
        /// Identifier of the conversation.
        conversation_id: optional(String) = "conversation_id",
        /// Name of the conversation.
        conversation_name: optional(String) = "conversation_name",
        /// Address at which people join the call; it can also be put in a frame on a page.
        conversation_url: optional(String) = "conversation_url",
        /// State of the conversation: `active` or `ended`.
        status: optional(String) = "status",
        /// Address that is told of changes of the conversation.
        callback_url: optional(String) = "callback_url",
        /// When the conversation was made. May be empty.
        created_at: optional(String) = "created_at",
        /// Short-lived token for joining; only sent when `require_auth` is true. Add it to the address as `?t=`.
        meeting_token: optional(String) = "meeting_token",
    }
}
