//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{
    FunctionShellCallItemStatus, FunctionShellCallOutputContentParam, ToolCallCallerParam,
};
use apiarist_runtime::object;

object! {
    /// What commands in a shell gave back.
    pub struct FunctionShellCallOutputItemParam {
        "type" = "shell_call_output",
        /// Identifier of the item.
        id: maybe(String) = "id",
        /// Identifier that ties a call to its result. 1 to 64 characters.
        call_id: required(String) = "call_id",
        /// Who made the call.
        caller: maybe(ToolCallCallerParam) = "caller",
        /// One entry for each command.
        output: required(Vec<FunctionShellCallOutputContentParam>) = "output",
        /// How far the item is.
        status: maybe(FunctionShellCallItemStatus) = "status",
        /// Longest output to keep, in characters.
        max_output_length: maybe(i64) = "max_output_length",
    }
    new(call_id(String), output(Vec<FunctionShellCallOutputContentParam>))
}
