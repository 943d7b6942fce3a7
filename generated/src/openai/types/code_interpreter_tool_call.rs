// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{CodeInterpreterOutputImage, CodeInterpreterOutputLogs};
use apiarist_runtime::{Object, StringEnum, TaggedUnion, Value};

/// A code interpreter call, which runs code in a container.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "code_interpreter_call"))]
pub struct CodeInterpreterToolCall {
    /// ID of the item.
    pub id: String,
    /// Status of the item.
    pub status: CodeInterpreterToolCallStatus,
    /// Container in which the code runs.
    pub container_id: String,
    /// The code, if available.
    #[wire(nullable)]
    pub code: Option<String>,
    /// Logs and images from the code. Returned only if requested with `include`.
    #[wire(nullable)]
    pub outputs: Option<Vec<CodeInterpreterToolCallOutput>>,
}

/// Status of the item.
#[derive(Clone, StringEnum)]
#[string_enum(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum CodeInterpreterToolCallStatus {
    /// `in_progress`
    InProgress,
    /// `completed`
    Completed,
    /// `incomplete`
    Incomplete,
    /// `interpreting`
    Interpreting,
    /// `failed`
    Failed,
    /// A value unknown to this version.
    Unknown(String),
}

/// `outputs` of [`CodeInterpreterToolCall`].
#[derive(Clone, TaggedUnion)]
#[union(Debug, PartialEq, Eq, Hash, tag = "type")]
#[non_exhaustive]
pub enum CodeInterpreterToolCallOutput {
    #[wire("logs")]
    Logs(CodeInterpreterOutputLogs),
    #[wire("image")]
    Image(CodeInterpreterOutputImage),
    /// A value that matches no known variant.
    Unknown(Value),
}
