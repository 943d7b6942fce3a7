//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{Output, Status, ToolCallCallerParam};
use apiarist_runtime::object;

object! {
    /// A stored result of a function.
    pub struct FunctionToolCallOutputResource {
        "type" = "function_call_output",
        /// Identifier of the item.
        id: required(String) = "id",
        /// Identifier that ties a call to its result.
        call_id: optional(String) = "call_id",
        /// Name of the function.
        name: optional(String) = "name",
        /// Namespace of the tool.
        namespace: optional(String) = "namespace",
        /// Who made the call.
        caller: optional(ToolCallCallerParam) = "caller",
        /// Result as text, or as a list of parts.
        output: required(Output) = "output",
        /// How far the result is.
        status: required(Status) = "status",
        /// Who made the item.
        created_by: optional(String) = "created_by",
    }
}
