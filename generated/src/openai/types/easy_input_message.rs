//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{EasyInputMessageType, InputMessageContentList, MessagePhase};
use apiarist_runtime::{Value, object, string_enum, union};

object! {
    /// A message in short form.
    pub struct EasyInputMessage {
        /// Who speaks. `developer` and `system` weigh more than `user`.
        role: required(EasyInputMessageRole) = "role",
        /// Text, or a list of parts.
        content: required(EasyInputMessageContent) = "content",
        /// Whether an assistant's message is a remark on the way or the final answer.
        phase: maybe(MessagePhase) = "phase",
        /// Always `message`.
        r#type: optional(EasyInputMessageType) = "type",
    }
    new(role(EasyInputMessageRole), content(EasyInputMessageContent))
}

string_enum! {
    /// Who speaks. `developer` and `system` weigh more than `user`.
    pub enum EasyInputMessageRole {
        User = "user",
        Assistant = "assistant",
        System = "system",
        Developer = "developer",
    }
}

/// Text, or a list of parts.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum EasyInputMessageContent {
    String(String),
    InputMessageContentList(InputMessageContentList),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
union!(EasyInputMessageContent {
    String: string(),
    InputMessageContentList: array(),
});
