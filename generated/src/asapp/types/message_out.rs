//! Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::Role;
use apiarist_runtime::{DateTime, object};

object! {
    /// A message as ASAPP has stored it.
    pub struct MessageOut {
        /// What was said. At least 1 character.
        text: required(String) = "text",
        /// Who sent the message.
        sender: required(MessageOutSender) = "sender",
        /// ASAPP identifier of the message. At least 1 character.
        message_id: required(String) = "messageId",
        /// When ASAPP stored the message.
        created_timestamp: required(DateTime) = "createdTimestamp",
        /// When the message was sent, as the client said.
        client_timestamp: required(DateTime) = "clientTimestamp",
    }
}

object! {
    /// Who sent the message.
    pub struct MessageOutSender {
        /// Who speaks. `system` may send messages but takes no part in the conversation.
        role: required(Role) = "role",
        /// Your own identifier of the sender, if there is one.
        external_id: optional(String) = "externalId",
    }
}
