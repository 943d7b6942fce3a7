//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{CodeInterpreterOutputImage, CodeInterpreterOutputLogs};
use apiarist_runtime::{Value, object, string_enum, tagged_union};

/// A run of code in a container.
#[derive(Clone, Debug, PartialEq)]
pub struct CodeInterpreterToolCall {
    /// Identifier of the item.
    pub id: String,
    /// How far the item is.
    pub status: CodeInterpreterToolCallStatus,
    /// Container in which the code runs.
    pub container_id: String,
    /// The code, if it is known.
    pub code: Option<String>,
    /// What the code wrote or drew; sent when asked for with `include`.
    pub outputs: Option<Vec<CodeInterpreterToolCallOutput>>,
}
object!(CodeInterpreterToolCall {
    "type" = "code_interpreter_call",
    id: required("id"),
    status: required("status"),
    container_id: required("container_id"),
    code: nullable("code"),
    outputs: nullable("outputs"),
});

impl CodeInterpreterToolCall {
    /// With what is required.
    pub fn new(
        id: impl Into<String>,
        status: CodeInterpreterToolCallStatus,
        container_id: impl Into<String>,
        code: Option<String>,
        outputs: Option<Vec<CodeInterpreterToolCallOutput>>,
    ) -> Self {
        Self {
            id: id.into(),
            status,
            container_id: container_id.into(),
            code,
            outputs,
        }
    }
}

/// How far the item is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CodeInterpreterToolCallStatus {
    InProgress,
    Completed,
    Incomplete,
    Interpreting,
    Failed,
    /// A value that this version does not know.
    Unknown(String),
}
string_enum!(CodeInterpreterToolCallStatus {
    InProgress: "in_progress",
    Completed: "completed",
    Incomplete: "incomplete",
    Interpreting: "interpreting",
    Failed: "failed",
});

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum CodeInterpreterToolCallOutput {
    Logs(CodeInterpreterOutputLogs),
    Image(CodeInterpreterOutputImage),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
tagged_union!(CodeInterpreterToolCallOutput by "type" {
    Logs: "logs",
    Image: "image",
});
