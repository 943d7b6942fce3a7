// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{
    FunctionShellCallOutputContent, FunctionShellCallOutputStatusEnum, ToolCallCaller,
};
use apiarist_runtime::Object;

/// The results of shell commands.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, is("type", "shell_call_output"))]
#[non_exhaustive]
pub struct FunctionShellCallOutput {
    /// ID of the item.
    pub id: String,
    /// ID that links a call to its result.
    pub call_id: String,
    /// Origin of the call.
    pub caller: Option<ToolCallCaller>,
    /// Status of the item.
    pub status: FunctionShellCallOutputStatusEnum,
    /// The output of each command.
    pub output: Vec<FunctionShellCallOutputContent>,
    /// Maximum length of the output, in characters.
    #[wire(nullable)]
    pub max_output_length: Option<i64>,
    /// Creator of the item.
    pub created_by: Option<String>,
}
