//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{Status, ToolCallCaller};
use apiarist_runtime::object;

object! {
    /// A stored call of a function.
    pub struct FunctionToolCallResource {
        "type" = "function_call",
        /// Identifier of the item.
        id: required(String) = "id",
        /// Identifier that ties a call to its result.
        call_id: required(String) = "call_id",
        /// Who made the call.
        caller: optional(ToolCallCaller) = "caller",
        /// Namespace of the tool.
        namespace: optional(String) = "namespace",
        /// Name of the function.
        name: required(String) = "name",
        /// Arguments as JSON text.
        arguments: required(String) = "arguments",
        /// How far the call is.
        status: required(Status) = "status",
        /// Who made the item.
        created_by: optional(String) = "created_by",
    }
}
