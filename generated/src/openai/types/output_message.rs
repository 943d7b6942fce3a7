//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{MessagePhase, OutputMessageContent, Status};
use apiarist_runtime::object;

object! {
    /// A message of the model.
    pub struct OutputMessage {
        "type" = "message",
        "role" = "assistant",
        /// Identifier of the message.
        id: required(String) = "id",
        /// What the message is made of.
        content: required(Vec<OutputMessageContent>) = "content",
        /// Whether the message is a remark on the way or the final answer.
        phase: maybe(MessagePhase) = "phase",
        /// How far the message is.
        status: required(Status) = "status",
    }
    new(id(String), content(Vec<OutputMessageContent>), status(Status))
}
