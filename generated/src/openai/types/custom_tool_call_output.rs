//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{Output, ToolCallCallerParam};
use apiarist_runtime::object;

object! {
    /// What a tool that takes free text gave back.
    pub struct CustomToolCallOutput {
        "type" = "custom_tool_call_output",
        /// Identifier of the item.
        id: optional(String) = "id",
        /// Identifier that ties a call to its result.
        call_id: required(String) = "call_id",
        /// Who made the call.
        caller: maybe(ToolCallCallerParam) = "caller",
        /// Result as text, or as a list of parts.
        output: required(Output) = "output",
    }
    new(call_id(String), output(Output))
}
