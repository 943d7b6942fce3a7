//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{EmptyModelParam, FunctionCallItemStatus, ToolSearchExecutionType};
use apiarist_runtime::object;

object! {
    /// A search for tools to load.
    pub struct ToolSearchCallItemParam {
        "type" = "tool_search_call",
        /// Identifier of the item.
        id: maybe(String) = "id",
        /// Identifier that ties a call to its result.
        call_id: maybe(String) = "call_id",
        /// Whether the service or the caller carries out the search.
        execution: optional(ToolSearchExecutionType) = "execution",
        /// What to search for, of any shape.
        arguments: required(EmptyModelParam) = "arguments",
        /// How far the item is.
        status: maybe(FunctionCallItemStatus) = "status",
    }
    new(arguments(EmptyModelParam))
}
