//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{FunctionCallOutputStatusEnum, Tool, ToolSearchExecutionType};
use apiarist_runtime::object;

object! {
    /// Tools that a search has loaded.
    pub struct ToolSearchOutput {
        "type" = "tool_search_output",
        /// Identifier of the item.
        id: required(String) = "id",
        /// Identifier that ties a call to its result.
        call_id: nullable(String) = "call_id",
        /// Whether the service or the caller carries out the search.
        execution: required(ToolSearchExecutionType) = "execution",
        /// The tools.
        tools: required(Vec<Tool>) = "tools",
        /// How far the item is.
        status: required(FunctionCallOutputStatusEnum) = "status",
        /// Who made the item.
        created_by: optional(String) = "created_by",
    }
}
