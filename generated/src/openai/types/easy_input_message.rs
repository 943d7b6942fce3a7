// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{EasyInputMessageType, InputMessageContentList, MessagePhase};
use apiarist_runtime::{Maybe, Object, StringEnum, Union, Value};

/// A message in short form.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new)]
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

/// Who speaks. `developer` and `system` weigh more than `user`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, StringEnum)]
#[non_exhaustive]
pub enum EasyInputMessageRole {
    /// `user`
    #[wire("user")]
    User,
    /// `assistant`
    #[wire("assistant")]
    Assistant,
    /// `system`
    #[wire("system")]
    System,
    /// `developer`
    #[wire("developer")]
    Developer,
    /// A value that this version does not know.
    Unknown(String),
}

/// Text, or a list of parts.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Union)]
#[non_exhaustive]
pub enum EasyInputMessageContent {
    #[shape(string)]
    String(String),
    #[shape(array)]
    InputMessageContentList(InputMessageContentList),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
