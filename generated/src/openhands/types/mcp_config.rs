//! Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{McpStdioServerConfig, McpshttpServerConfig, McpsseServerConfig};
use apiarist_runtime::{list, object};

/// Model Context Protocol servers, by the way they are reached.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct McpConfig {
    /// Servers reached over server-sent events.
    pub sse_servers: Option<Vec<McpsseServerConfig>>,
    /// Servers started as programs.
    pub stdio_servers: Option<Vec<McpStdioServerConfig>>,
    /// Servers reached over streamable HTTP.
    pub shttp_servers: Option<Vec<McpshttpServerConfig>>,
}
object!(McpConfig {
    sse_servers: optional("sse_servers"),
    stdio_servers: optional("stdio_servers"),
    shttp_servers: optional("shttp_servers"),
});

impl McpConfig {
    pub fn sse_servers(
        mut self,
        sse_servers: impl IntoIterator<Item: Into<McpsseServerConfig>>,
    ) -> Self {
        self.sse_servers = Some(list(sse_servers));
        self
    }

    pub fn stdio_servers(
        mut self,
        stdio_servers: impl IntoIterator<Item: Into<McpStdioServerConfig>>,
    ) -> Self {
        self.stdio_servers = Some(list(stdio_servers));
        self
    }

    pub fn shttp_servers(
        mut self,
        shttp_servers: impl IntoIterator<Item: Into<McpshttpServerConfig>>,
    ) -> Self {
        self.shttp_servers = Some(list(shttp_servers));
        self
    }
}
