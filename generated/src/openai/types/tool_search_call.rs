//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{FunctionCallStatus, ToolSearchExecutionType};
use apiarist_runtime::{Value, object};

object! {
    /// A search for tools to load.
    pub struct ToolSearchCall {
        "type" = "tool_search_call",
        /// Identifier of the item.
        id: required(String) = "id",
        /// Identifier that ties a call to its result.
        call_id: nullable(String) = "call_id",
        /// Whether the service or the caller carries out the search.
        execution: required(ToolSearchExecutionType) = "execution",
        /// What to search for, of any shape.
        arguments: required(Value) = "arguments",
        /// How far the item is.
        status: required(FunctionCallStatus) = "status",
        /// Who made the item.
        created_by: optional(String) = "created_by",
    }
}
