// Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use super::MessagePart;
use apiarist_runtime::Object;

/// A message of the user.
#[derive(Clone, Debug, PartialEq, Object)]
#[object(new, is("role", "user"))]
pub struct UserMessageRequest {
    /// What the message is made of.
    pub parts: Vec<MessagePart>,
    /// Identifier that the message shall have.
    #[wire("messageId")]
    pub message_id: Option<String>,
}
