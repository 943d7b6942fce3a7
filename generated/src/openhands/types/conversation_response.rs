// Written by apiarist from specs/openhands/openapi.json. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::ConversationStatus;
use apiarist_runtime::Object;

/// Result of creating, starting, or stopping a conversation.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ConversationResponse {
    /// `ok` if the operation succeeded.
    pub status: String,
    /// ID of the conversation.
    pub conversation_id: String,
    /// Human-readable message.
    pub message: Option<String>,
    /// Current status of the agent loop.
    pub conversation_status: Option<ConversationStatus>,
}
