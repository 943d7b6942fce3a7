//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{FunctionShellCallOutputContent, FunctionShellCallOutputStatusEnum, ToolCallCaller};
use apiarist_runtime::object;

object! {
    /// What commands in a shell gave back.
    pub struct FunctionShellCallOutput {
        "type" = "shell_call_output",
        /// Identifier of the item.
        id: required(String) = "id",
        /// Identifier that ties a call to its result.
        call_id: required(String) = "call_id",
        /// Who made the call.
        caller: optional(ToolCallCaller) = "caller",
        /// How far the item is.
        status: required(FunctionShellCallOutputStatusEnum) = "status",
        /// One entry for each command.
        output: required(Vec<FunctionShellCallOutputContent>) = "output",
        /// Longest output to keep, in characters.
        max_output_length: nullable(i64) = "max_output_length",
        /// Who made the item.
        created_by: optional(String) = "created_by",
    }
}
