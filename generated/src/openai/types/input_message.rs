//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{EasyInputMessageType, InputContent, InputMessageContentList, Status};
use apiarist_runtime::{list, object, string_enum};

/// A message to the model.
#[derive(Clone, Debug, PartialEq)]
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
object!(InputMessage {
    r#type: optional("type"),
    role: required("role"),
    status: optional("status"),
    content: required("content"),
});

impl InputMessage {
    /// With what is required.
    pub fn new(
        role: InputMessageRole,
        content: impl IntoIterator<Item: Into<InputContent>>,
    ) -> Self {
        Self {
            r#type: None,
            role,
            status: None,
            content: list(content),
        }
    }

    pub fn r#type(mut self, r#type: EasyInputMessageType) -> Self {
        self.r#type = Some(r#type);
        self
    }

    pub fn status(mut self, status: Status) -> Self {
        self.status = Some(status);
        self
    }
}

/// Who speaks.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum InputMessageRole {
    User,
    System,
    Developer,
    /// A value that this version does not know.
    Unknown(String),
}
string_enum!(InputMessageRole {
    User: "user",
    System: "system",
    Developer: "developer",
});
