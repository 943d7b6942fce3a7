// Written by apiarist from specs/openhands/openapi.json. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::{Maybe, Object};

/// An MCP server that uses streamable HTTP.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new)]
pub struct McpshttpServerConfig {
    /// URL of the server.
    pub url: String,
    /// API key for the server.
    pub api_key: Maybe<String>,
}
