// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{InputMessageContentList, MessagePhase};
use apiarist_runtime::{Maybe, Object, StringEnum, Union, Value};

/// A simplified message.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new)]
pub struct EasyInputMessage {
    /// Role of the author. `developer` and `system` take precedence over `user`.
    pub role: EasyInputMessageRole,
    /// Text or an array of parts.
    pub content: EasyInputMessageContent,
    /// Whether an assistant message is intermediate commentary or the final answer.
    pub phase: Maybe<MessagePhase>,
    /// Always `message`.
    pub r#type: Option<EasyInputMessageType>,
}

/// Role of the author. `developer` and `system` take precedence over `user`.
#[derive(Clone, StringEnum)]
#[string_enum(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum EasyInputMessageRole {
    /// `user`
    User,
    /// `assistant`
    Assistant,
    /// `system`
    System,
    /// `developer`
    Developer,
    /// A value unknown to this version.
    Unknown(String),
}

/// Text or an array of parts.
#[derive(Clone, Union)]
#[union(Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum EasyInputMessageContent {
    #[shape(string)]
    String(String),
    #[shape(array)]
    InputMessageContentList(InputMessageContentList),
    /// A value that matches no known variant.
    Unknown(Value),
}

/// Always `message`.
pub type EasyInputMessageType = super::shared::Type;
