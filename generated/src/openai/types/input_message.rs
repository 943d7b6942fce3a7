// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::InputMessageContentList;
use apiarist_runtime::{Object, StringEnum};

/// An input message for the model.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new)]
pub struct InputMessage {
    /// Always `message`.
    pub r#type: Option<InputMessageType>,
    /// Role of the author.
    pub role: InputMessageRole,
    /// Status of the message, set by the service.
    pub status: Option<Status>,
    /// Content of the message.
    pub content: InputMessageContentList,
}

/// Always `message`.
pub type InputMessageType = super::shared::Type;

/// Role of the author.
#[derive(Clone, StringEnum)]
#[string_enum(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum InputMessageRole {
    /// `user`
    User,
    /// `system`
    System,
    /// `developer`
    Developer,
    /// A value unknown to this version.
    Unknown(String),
}

/// Status of the message, set by the service.
pub type Status = super::shared::Status;
