// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{
    FunctionShellCallOutputContent, FunctionShellCallOutputStatusEnum, ToolCallCaller,
};
use apiarist_runtime::Object;

/// What commands in a shell gave back.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(is("type", "shell_call_output"))]
#[non_exhaustive]
pub struct FunctionShellCallOutput {
    /// Identifier of the item.
    pub id: String,
    /// Identifier that ties a call to its result.
    pub call_id: String,
    /// Who made the call.
    pub caller: Option<ToolCallCaller>,
    /// How far the item is.
    pub status: FunctionShellCallOutputStatusEnum,
    /// One entry for each command.
    pub output: Vec<FunctionShellCallOutputContent>,
    /// Longest output to keep, in characters.
    #[wire(nullable)]
    pub max_output_length: Option<i64>,
    /// Who made the item.
    pub created_by: Option<String>,
}
