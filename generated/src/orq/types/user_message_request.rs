//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use super::MessagePart;
use apiarist_runtime::{list, object};

/// A message of the user.
#[derive(Clone, Debug, PartialEq)]
pub struct UserMessageRequest {
    /// What the message is made of.
    pub parts: Vec<MessagePart>,
    /// Identifier that the message shall have.
    pub message_id: Option<String>,
}
object!(UserMessageRequest {
    "role" = "user",
    parts: required("parts"),
    message_id: optional("messageId"),
});

impl UserMessageRequest {
    /// With what is required.
    pub fn new(parts: impl IntoIterator<Item: Into<MessagePart>>) -> Self {
        Self {
            parts: list(parts),
            message_id: None,
        }
    }

    pub fn message_id(mut self, message_id: impl Into<String>) -> Self {
        self.message_id = Some(message_id.into());
        self
    }
}
