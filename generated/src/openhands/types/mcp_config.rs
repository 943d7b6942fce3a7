//! Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{McpStdioServerConfig, McpshttpServerConfig, McpsseServerConfig};
use apiarist_runtime::object;

object! {
    /// Model Context Protocol servers, by the way they are reached.
    pub struct McpConfig {
        /// Servers reached over server-sent events.
        sse_servers: optional(Vec<McpsseServerConfig>) = "sse_servers",
        /// Servers started as programs.
        stdio_servers: optional(Vec<McpStdioServerConfig>) = "stdio_servers",
        /// Servers reached over streamable HTTP.
        shttp_servers: optional(Vec<McpshttpServerConfig>) = "shttp_servers",
    }
    new()
}
