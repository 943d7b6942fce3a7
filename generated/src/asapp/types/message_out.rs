//! Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::Role;
use apiarist_runtime::{DateTime, object};

/// A message as ASAPP has stored it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct MessageOut {
    /// What was said.
    ///
    /// At least 1 character.
    pub text: String,
    /// Who sent the message.
    pub sender: MessageOutSender,
    /// ASAPP identifier of the message.
    ///
    /// At least 1 character.
    pub message_id: String,
    /// When ASAPP stored the message.
    pub created_timestamp: DateTime,
    /// When the message was sent, as the client said.
    pub client_timestamp: DateTime,
}
object!(MessageOut {
    text: required("text"),
    sender: required("sender"),
    message_id: required("messageId"),
    created_timestamp: required("createdTimestamp"),
    client_timestamp: required("clientTimestamp"),
});

/// Who sent the message.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct MessageOutSender {
    /// Who speaks. `system` may send messages but takes no part in the conversation.
    pub role: Role,
    /// Your own identifier of the sender, if there is one.
    pub external_id: Option<String>,
}
object!(MessageOutSender {
    role: required("role"),
    external_id: optional("externalId"),
});
