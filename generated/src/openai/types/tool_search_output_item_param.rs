//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{FunctionCallItemStatus, Tool, ToolSearchExecutionType};
use apiarist_runtime::object;

object! {
    /// Tools that a search has loaded.
    pub struct ToolSearchOutputItemParam {
        "type" = "tool_search_output",
        /// Identifier of the item.
        id: maybe(String) = "id",
        /// Identifier that ties a call to its result.
        call_id: maybe(String) = "call_id",
        /// Whether the service or the caller carries out the search.
        execution: optional(ToolSearchExecutionType) = "execution",
        /// The tools.
        tools: required(Vec<Tool>) = "tools",
        /// How far the item is.
        status: maybe(FunctionCallItemStatus) = "status",
    }
    new(tools(Vec<Tool>))
}
