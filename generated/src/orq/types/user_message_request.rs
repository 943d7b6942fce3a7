// Written by apiarist from specs/orq/openapi.json. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::MessagePart;
use apiarist_runtime::Object;

/// A user message.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, new, is("role", "user"))]
pub struct UserMessageRequest {
    /// The parts of the message.
    pub parts: Vec<MessagePart>,
    /// ID to assign to the message.
    #[wire("messageId")]
    pub message_id: Option<String>,
}
