//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{MessagePhase, OutputMessageContent, Status};
use apiarist_runtime::{Maybe, list, object};

/// A message of the model.
#[derive(Clone, Debug, PartialEq)]
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
object!(OutputMessage {
    "type" = "message",
    "role" = "assistant",
    id: required("id"),
    content: required("content"),
    phase: maybe("phase"),
    status: required("status"),
});

impl OutputMessage {
    /// With what is required.
    pub fn new(
        id: impl Into<String>,
        content: impl IntoIterator<Item: Into<OutputMessageContent>>,
        status: Status,
    ) -> Self {
        Self {
            id: id.into(),
            content: list(content),
            phase: Maybe::Absent,
            status,
        }
    }

    pub fn phase(mut self, phase: MessagePhase) -> Self {
        self.phase = Maybe::Value(phase);
        self
    }
}
