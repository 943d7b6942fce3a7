// Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::Role;
use apiarist_runtime::{DateTime, Object};

/// A message as ASAPP has stored it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct MessageOut {
    /// What was said. At least 1 character.
    pub text: String,
    /// Who sent the message.
    pub sender: MessageOutSender,
    /// ASAPP identifier of the message. At least 1 character.
    #[wire("messageId")]
    pub message_id: String,
    /// When ASAPP stored the message.
    #[wire("createdTimestamp")]
    pub created_timestamp: DateTime,
    /// When the message was sent, as the client said.
    #[wire("clientTimestamp")]
    pub client_timestamp: DateTime,
}

/// Who sent the message.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct MessageOutSender {
    /// Who speaks. `system` may send messages but takes no part in the conversation.
    pub role: Role,
    /// Your own identifier of the sender, if there is one.
    #[wire("externalId")]
    pub external_id: Option<String>,
}
