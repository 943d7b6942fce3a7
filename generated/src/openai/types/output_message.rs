// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{MessagePhase, OutputMessageContent};
use apiarist_runtime::{Maybe, Object};

/// An output message from the model.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, new, is("type", "message"), is("role", "assistant"))]
pub struct OutputMessage {
    /// ID of the message.
    pub id: String,
    /// Content of the message.
    pub content: Vec<OutputMessageContent>,
    /// Whether the message is intermediate commentary or the final answer.
    pub phase: Maybe<MessagePhase>,
    /// Status of the message.
    pub status: OutputMessageStatus,
}

/// Status of the message.
pub type OutputMessageStatus = super::shared::Status;
