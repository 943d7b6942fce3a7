// Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::{DateTime, Object};

/// A message as stored by ASAPP.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, rename_all = "camelCase")]
#[non_exhaustive]
pub struct MessageOut {
    /// Text of the message. At least 1 character.
    pub text: String,
    /// Sender of the message.
    pub sender: MessageOutSender,
    /// ASAPP's ID of the message. At least 1 character.
    pub message_id: String,
    /// Time at which ASAPP stored the message.
    pub created_timestamp: DateTime,
    /// Time at which the message was sent, as reported by the client.
    pub client_timestamp: DateTime,
}

/// Sender of the message.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct MessageOutSender {
    /// Role of the sender. `system` can send messages but is not a participant of the conversation.
    pub role: MessageOutSenderRole,
    /// Your ID for the sender, if any.
    #[wire("externalId")]
    pub external_id: Option<String>,
}

/// Role of the sender. `system` can send messages but is not a participant of the conversation.
pub type MessageOutSenderRole = super::shared::Role;
