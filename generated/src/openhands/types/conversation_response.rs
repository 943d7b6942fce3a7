// Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use super::ConversationStatus;
use apiarist_runtime::Object;

/// Outcome of making, starting or stopping a conversation.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct ConversationResponse {
    /// `ok` if all went well.
    pub status: String,
    /// Identifier of the conversation.
    pub conversation_id: String,
    /// Remark for a reader.
    pub message: Option<String>,
    /// Whether the agent loop runs now.
    pub conversation_status: Option<ConversationStatus>,
}
