// Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::{DateTime, Object};

/// A message to add to a conversation.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new)]
pub struct Message {
    /// Text of the message. At least 1 character.
    pub text: String,
    /// Sender of the message to add.
    pub sender: MessageSender,
    /// Time at which the message was sent. Interpreted as UTC if it has no offset.
    pub timestamp: DateTime,
}

/// Sender of the message to add.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new)]
pub struct MessageSender {
    /// Role of the sender. `system` can send messages but is not a participant of the conversation.
    pub role: Role,
    /// Your ID for the sender. Always use the same ID for the same person.
    #[wire("externalId")]
    pub external_id: String,
}

/// Role of the sender. `system` can send messages but is not a participant of the conversation.
pub type Role = super::shared::Role;
