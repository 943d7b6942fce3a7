// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{EasyInputMessageType, InputMessageContentList, Status};
use apiarist_runtime::{Object, StringEnum};

/// A message to the model.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new)]
pub struct InputMessage {
    /// Always `message`.
    pub r#type: Option<EasyInputMessageType>,
    /// Who speaks.
    pub role: InputMessageRole,
    /// How far the message is; set by the service.
    pub status: Option<Status>,
    /// What the message is made of.
    pub content: InputMessageContentList,
}

/// Who speaks.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, StringEnum)]
#[non_exhaustive]
pub enum InputMessageRole {
    /// `user`
    #[wire("user")]
    User,
    /// `system`
    #[wire("system")]
    System,
    /// `developer`
    #[wire("developer")]
    Developer,
    /// A value that this version does not know.
    Unknown(String),
}
