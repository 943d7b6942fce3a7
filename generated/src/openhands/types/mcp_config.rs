// Written by apiarist from specs/openhands/openapi.json. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{McpStdioServerConfig, McpshttpServerConfig, McpsseServerConfig};
use apiarist_runtime::Object;

/// Model Context Protocol (MCP) servers, by transport.
#[derive(Clone, Default, Object)]
#[object(Debug, PartialEq, Eq, Hash, new)]
pub struct McpConfig {
    /// MCP servers that use server-sent events.
    pub sse_servers: Option<Vec<McpsseServerConfig>>,
    /// MCP servers started as local processes.
    pub stdio_servers: Option<Vec<McpStdioServerConfig>>,
    /// MCP servers that use streamable HTTP.
    pub shttp_servers: Option<Vec<McpshttpServerConfig>>,
}
