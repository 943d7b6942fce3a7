// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{CodeInterpreterOutputImage, CodeInterpreterOutputLogs};
use apiarist_runtime::{Object, StringEnum, TaggedUnion, Value};

/// A run of code in a container.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "code_interpreter_call"))]
pub struct CodeInterpreterToolCall {
    /// Identifier of the item.
    pub id: String,
    /// How far the item is.
    pub status: CodeInterpreterToolCallStatus,
    /// Container in which the code runs.
    pub container_id: String,
    /// The code, if it is known.
    #[wire(nullable)]
    pub code: Option<String>,
    /// What the code wrote or drew; sent when asked for with `include`.
    #[wire(nullable)]
    pub outputs: Option<Vec<CodeInterpreterToolCallOutput>>,
}

/// How far the item is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, StringEnum)]
#[non_exhaustive]
pub enum CodeInterpreterToolCallStatus {
    /// `in_progress`
    #[wire("in_progress")]
    InProgress,
    /// `completed`
    #[wire("completed")]
    Completed,
    /// `incomplete`
    #[wire("incomplete")]
    Incomplete,
    /// `interpreting`
    #[wire("interpreting")]
    Interpreting,
    /// `failed`
    #[wire("failed")]
    Failed,
    /// A value that this version does not know.
    Unknown(String),
}

/// `outputs` of [`CodeInterpreterToolCall`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, TaggedUnion)]
#[union(tag = "type")]
#[non_exhaustive]
pub enum CodeInterpreterToolCallOutput {
    #[wire("logs")]
    Logs(CodeInterpreterOutputLogs),
    #[wire("image")]
    Image(CodeInterpreterOutputImage),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
