// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{
    FunctionShellCallItemStatus, FunctionShellCallOutputContentParam, ToolCallCallerParam,
};
use apiarist_runtime::{Maybe, Object};

/// What commands in a shell gave back.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "shell_call_output"))]
pub struct FunctionShellCallOutputItemParam {
    /// Identifier of the item.
    pub id: Maybe<String>,
    /// Identifier that ties a call to its result. 1 to 64 characters.
    pub call_id: String,
    /// Who made the call.
    pub caller: Maybe<ToolCallCallerParam>,
    /// One entry for each command.
    pub output: Vec<FunctionShellCallOutputContentParam>,
    /// How far the item is.
    pub status: Maybe<FunctionShellCallItemStatus>,
    /// Longest output to keep, in characters.
    pub max_output_length: Maybe<i64>,
}
