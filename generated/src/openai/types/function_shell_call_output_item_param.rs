// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{
    FunctionShellCallItemStatus, FunctionShellCallOutputContentParam, ToolCallCallerParam,
};
use apiarist_runtime::{Maybe, Object};

/// The results of shell commands.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "shell_call_output"))]
pub struct FunctionShellCallOutputItemParam {
    /// ID of the item.
    pub id: Maybe<String>,
    /// ID that links a call to its result. 1 to 64 characters.
    pub call_id: String,
    /// Origin of the call.
    pub caller: Maybe<ToolCallCallerParam>,
    /// The output of each command.
    pub output: Vec<FunctionShellCallOutputContentParam>,
    /// Status of the item.
    pub status: Maybe<FunctionShellCallItemStatus>,
    /// Maximum length of the output, in characters.
    pub max_output_length: Maybe<i64>,
}
