//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{Status, ToolCallCaller};
use apiarist_runtime::object;

object! {
    /// A call of a function of the caller.
    pub struct FunctionToolCall {
        "type" = "function_call",
        /// Identifier of the item.
        id: optional(String) = "id",
        /// Identifier that ties a call to its result.
        call_id: required(String) = "call_id",
        /// Who made the call.
        caller: maybe(ToolCallCaller) = "caller",
        /// Namespace of the tool.
        namespace: optional(String) = "namespace",
        /// Name of the function.
        name: required(String) = "name",
        /// Arguments as JSON text.
        arguments: required(String) = "arguments",
        /// How far the item is.
        status: optional(Status) = "status",
    }
    new(call_id(String), name(String), arguments(String))
}
