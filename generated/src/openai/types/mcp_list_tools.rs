// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::McpListToolsTool;
use apiarist_runtime::{Maybe, Object};

/// The tools of a remote server.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "mcp_list_tools"))]
pub struct McpListTools {
    /// ID of the item.
    pub id: String,
    /// Label of the server, chosen by the caller.
    pub server_label: String,
    /// The tools.
    pub tools: Vec<McpListToolsTool>,
    /// Reason why the tools could not be listed.
    pub error: Maybe<String>,
}
