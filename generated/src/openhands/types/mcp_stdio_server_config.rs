// Written by apiarist from specs/openhands/openapi.json. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;
use std::collections::BTreeMap;

/// An MCP server that runs as a local process and communicates over its standard streams.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new)]
pub struct McpStdioServerConfig {
    /// Name of the server.
    pub name: String,
    /// Command that starts the server.
    pub command: String,
    /// Arguments of the command.
    pub args: Option<Vec<String>>,
    /// Environment variables of the process.
    pub env: Option<BTreeMap<String, String>>,
}
