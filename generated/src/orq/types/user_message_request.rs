//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use super::MessagePart;
use apiarist_runtime::object;

object! {
    /// A message of the user.
    pub struct UserMessageRequest {
        "role" = "user",
        /// What the message is made of.
        parts: required(Vec<MessagePart>) = "parts",
        /// Identifier that the message shall have.
        message_id: optional(String) = "messageId",
    }
    new(parts(Vec<MessagePart>))
}
