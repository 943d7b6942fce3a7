// Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{McpStdioServerConfig, McpshttpServerConfig, McpsseServerConfig};
use apiarist_runtime::Object;

/// Model Context Protocol servers, by the way they are reached.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Object)]
#[object(new)]
pub struct McpConfig {
    /// Servers reached over server-sent events.
    pub sse_servers: Option<Vec<McpsseServerConfig>>,
    /// Servers started as programs.
    pub stdio_servers: Option<Vec<McpStdioServerConfig>>,
    /// Servers reached over streamable HTTP.
    pub shttp_servers: Option<Vec<McpshttpServerConfig>>,
}
