//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::Tool;
use apiarist_runtime::object;

object! {
    /// Tools added in the course of the conversation.
    pub struct AdditionalToolsItemParam {
        "type" = "additional_tools",
        "role" = "developer",
        /// Identifier of the item.
        id: maybe(String) = "id",
        /// The tools.
        tools: required(Vec<Tool>) = "tools",
    }
    new(tools(Vec<Tool>))
}
