// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{MessagePhase, OutputMessageContent, Status};
use apiarist_runtime::{Maybe, Object};

/// A message of the model.
#[derive(Clone, Debug, PartialEq, Object)]
#[object(new, is("type", "message"), is("role", "assistant"))]
pub struct OutputMessage {
    /// Identifier of the message.
    pub id: String,
    /// What the message is made of.
    pub content: Vec<OutputMessageContent>,
    /// Whether the message is a remark on the way or the final answer.
    pub phase: Maybe<MessagePhase>,
    /// How far the message is.
    pub status: Status,
}
