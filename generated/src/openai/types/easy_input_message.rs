//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{EasyInputMessageType, InputMessageContentList, MessagePhase};
use apiarist_runtime::{object, string_enum, union};

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

union! {
    /// Text, or a list of parts.
    pub enum EasyInputMessageContent {
        String(String) = string(),
        InputMessageContentList(InputMessageContentList) = array(),
    }
}
