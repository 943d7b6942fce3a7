//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::McpListToolsTool;
use apiarist_runtime::object;

object! {
    /// Tools that a remote server offers.
    pub struct McpListTools {
        "type" = "mcp_list_tools",
        /// Identifier of the item.
        id: required(String) = "id",
        /// Name that the caller gave the server.
        server_label: required(String) = "server_label",
        /// The tools.
        tools: required(Vec<McpListToolsTool>) = "tools",
        /// Why the tools could not be listed.
        error: maybe(String) = "error",
    }
    new(id(String), server_label(String), tools(Vec<McpListToolsTool>))
}
