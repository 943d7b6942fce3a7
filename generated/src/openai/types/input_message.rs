//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{EasyInputMessageType, InputMessageContentList, Status};
use apiarist_runtime::{object, string_enum};

object! {
    /// A message to the model.
    pub struct InputMessage {
        /// Always `message`.
        r#type: optional(EasyInputMessageType) = "type",
        /// Who speaks.
        role: required(InputMessageRole) = "role",
        /// How far the message is; set by the service.
        status: optional(Status) = "status",
        /// What the message is made of.
        content: required(into InputMessageContentList) = "content",
    }
    new(role(InputMessageRole), content(into InputMessageContentList))
}

string_enum! {
    /// Who speaks.
    pub enum InputMessageRole {
        User = "user",
        System = "system",
        Developer = "developer",
    }
}
