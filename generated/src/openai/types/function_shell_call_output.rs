//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{FunctionShellCallOutputContent, FunctionShellCallOutputStatusEnum, ToolCallCaller};
use apiarist_runtime::object;

/// What commands in a shell gave back.
#[derive(Clone, Debug, PartialEq)]
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
    pub max_output_length: Option<i64>,
    /// Who made the item.
    pub created_by: Option<String>,
}
object!(FunctionShellCallOutput {
    "type" = "shell_call_output",
    id: required("id"),
    call_id: required("call_id"),
    caller: optional("caller"),
    status: required("status"),
    output: required("output"),
    max_output_length: nullable("max_output_length"),
    created_by: optional("created_by"),
});
