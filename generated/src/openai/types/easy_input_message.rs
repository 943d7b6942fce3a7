//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{EasyInputMessageType, InputMessageContentList, MessagePhase};
use apiarist_runtime::{Maybe, Value, object, string_enum, union};

/// A message in short form.
#[derive(Clone, Debug, PartialEq)]
pub struct EasyInputMessage {
    /// Who speaks. `developer` and `system` weigh more than `user`.
    pub role: EasyInputMessageRole,
    /// Text, or a list of parts.
    pub content: EasyInputMessageContent,
    /// Whether an assistant's message is a remark on the way or the final answer.
    pub phase: Maybe<MessagePhase>,
    /// Always `message`.
    pub r#type: Option<EasyInputMessageType>,
}
object!(EasyInputMessage {
    role: required("role"),
    content: required("content"),
    phase: maybe("phase"),
    r#type: optional("type"),
});

impl EasyInputMessage {
    /// With what is required.
    pub fn new(role: EasyInputMessageRole, content: EasyInputMessageContent) -> Self {
        Self {
            role,
            content,
            phase: Maybe::Absent,
            r#type: None,
        }
    }

    pub fn phase(mut self, phase: MessagePhase) -> Self {
        self.phase = Maybe::Value(phase);
        self
    }

    pub fn r#type(mut self, r#type: EasyInputMessageType) -> Self {
        self.r#type = Some(r#type);
        self
    }
}

/// Who speaks. `developer` and `system` weigh more than `user`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum EasyInputMessageRole {
    User,
    Assistant,
    System,
    Developer,
    /// A value that this version does not know.
    Unknown(String),
}
string_enum!(EasyInputMessageRole {
    User: "user",
    Assistant: "assistant",
    System: "system",
    Developer: "developer",
});

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
