//! Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::Role;
use apiarist_runtime::{DateTime, object};

/// A message to add to a conversation.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// What was said.
    ///
    /// At least 1 character.
    pub text: String,
    /// Who sends the message.
    pub sender: MessageSender,
    /// When the message was sent. Without an offset it is read as UTC.
    pub timestamp: DateTime,
}
object!(Message {
    text: required("text"),
    sender: required("sender"),
    timestamp: required("timestamp"),
});

impl Message {
    /// With what is required.
    pub fn new(text: impl Into<String>, sender: MessageSender, timestamp: DateTime) -> Self {
        Self {
            text: text.into(),
            sender,
            timestamp,
        }
    }
}

/// Who sends the message.
#[derive(Clone, Debug, PartialEq)]
pub struct MessageSender {
    /// Who speaks. `system` may send messages but takes no part in the conversation.
    pub role: Role,
    /// Your own identifier of the sender; use the same one for the same person everywhere.
    pub external_id: String,
}
object!(MessageSender {
    role: required("role"),
    external_id: required("externalId"),
});

impl MessageSender {
    /// With what is required.
    pub fn new(role: Role, external_id: impl Into<String>) -> Self {
        Self {
            role,
            external_id: external_id.into(),
        }
    }
}
