// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::McpListToolsTool;
use apiarist_runtime::{Maybe, Object};

/// Tools that a remote server offers.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "mcp_list_tools"))]
pub struct McpListTools {
    /// Identifier of the item.
    pub id: String,
    /// Name that the caller gave the server.
    pub server_label: String,
    /// The tools.
    pub tools: Vec<McpListToolsTool>,
    /// Why the tools could not be listed.
    pub error: Maybe<String>,
}
