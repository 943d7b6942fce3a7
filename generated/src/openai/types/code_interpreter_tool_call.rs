//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{CodeInterpreterOutputImage, CodeInterpreterOutputLogs};
use apiarist_runtime::{object, string_enum, tagged_union};

object! {
    /// A run of code in a container.
    pub struct CodeInterpreterToolCall {
        "type" = "code_interpreter_call",
        /// Identifier of the item.
        id: required(String) = "id",
        /// How far the item is.
        status: required(CodeInterpreterToolCallStatus) = "status",
        /// Container in which the code runs.
        container_id: required(String) = "container_id",
        /// The code, if it is known.
        code: nullable(String) = "code",
        /// What the code wrote or drew; sent when asked for with `include`.
        outputs: nullable(Vec<CodeInterpreterToolCallOutput>) = "outputs",
    }
    new(
        id(String),
        status(CodeInterpreterToolCallStatus),
        container_id(String),
        code(Option<String>),
        outputs(Option<Vec<CodeInterpreterToolCallOutput>>),
    )
}

string_enum! {
    /// How far the item is.
    pub enum CodeInterpreterToolCallStatus {
        InProgress = "in_progress",
        Completed = "completed",
        Incomplete = "incomplete",
        Interpreting = "interpreting",
        Failed = "failed",
    }
}

tagged_union! {
    pub enum CodeInterpreterToolCallOutput by "type" {
        Logs(CodeInterpreterOutputLogs) = "logs",
        Image(CodeInterpreterOutputImage) = "image",
    }
}
