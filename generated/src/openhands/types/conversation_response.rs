//! Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use super::ConversationStatus;
use apiarist_runtime::object;

object! {
    /// Outcome of making, starting or stopping a conversation.
    pub struct ConversationResponse {
        /// `ok` if all went well.
        status: required(String) = "status",
        /// Identifier of the conversation.
        conversation_id: required(String) = "conversation_id",
        /// Remark for a reader.
        message: optional(String) = "message",
        /// Whether the agent loop runs now.
        conversation_status: optional(ConversationStatus) = "conversation_status",
    }
}
