//! Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::Role;
use apiarist_runtime::{DateTime, object};

object! {
    /// A message to add to a conversation.
    pub struct Message {
        /// What was said. At least 1 character.
        text: required(String) = "text",
        /// Who sends the message.
        sender: required(MessageSender) = "sender",
        /// When the message was sent. Without an offset it is read as UTC.
        timestamp: required(DateTime) = "timestamp",
    }
    new(text(String), sender(MessageSender), timestamp(DateTime))
}

object! {
    /// Who sends the message.
    pub struct MessageSender {
        /// Who speaks. `system` may send messages but takes no part in the conversation.
        role: required(Role) = "role",
        /// Your own identifier of the sender; use the same one for the same person everywhere.
        external_id: required(String) = "externalId",
    }
    new(role(Role), external_id(String))
}
