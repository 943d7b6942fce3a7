// Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::Role;
use apiarist_runtime::{DateTime, Object};

/// A message to add to a conversation.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new)]
pub struct Message {
    /// What was said. At least 1 character.
    pub text: String,
    /// Who sends the message.
    pub sender: MessageSender,
    /// When the message was sent. Without an offset it is read as UTC.
    pub timestamp: DateTime,
}

/// Who sends the message.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new)]
pub struct MessageSender {
    /// Who speaks. `system` may send messages but takes no part in the conversation.
    pub role: Role,
    /// Your own identifier of the sender; use the same one for the same person everywhere.
    #[wire("externalId")]
    pub external_id: String,
}
