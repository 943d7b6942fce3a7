//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{EmptyModelParam, ToolSearchExecutionType};
use apiarist_runtime::object;

object! {
    /// Searches for tools to load.
    pub struct ToolSearchToolParam {
        "type" = "tool_search",
        /// Whether the service or the caller carries out the search.
        execution: optional(ToolSearchExecutionType) = "execution",
        /// What can be found.
        description: maybe(String) = "description",
        /// JSON Schema of the search.
        parameters: maybe(EmptyModelParam) = "parameters",
    }
    new()
}
