//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::ToolCallCaller;
use apiarist_runtime::object;

object! {
    /// A call of a tool that takes free text.
    pub struct CustomToolCall {
        "type" = "custom_tool_call",
        /// Identifier of the item.
        id: optional(String) = "id",
        /// Identifier that ties a call to its result.
        call_id: required(String) = "call_id",
        /// Who made the call.
        caller: maybe(ToolCallCaller) = "caller",
        /// Namespace of the tool.
        namespace: optional(String) = "namespace",
        /// Name of the tool.
        name: required(String) = "name",
        /// Text for the tool.
        input: required(String) = "input",
    }
    new(call_id(String), name(String), input(String))
}
