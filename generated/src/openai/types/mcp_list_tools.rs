//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::McpListToolsTool;
use apiarist_runtime::{Maybe, list, object};

/// Tools that a remote server offers.
#[derive(Clone, Debug, PartialEq)]
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
object!(McpListTools {
    "type" = "mcp_list_tools",
    id: required("id"),
    server_label: required("server_label"),
    tools: required("tools"),
    error: maybe("error"),
});

impl McpListTools {
    /// With what is required.
    pub fn new(
        id: impl Into<String>,
        server_label: impl Into<String>,
        tools: impl IntoIterator<Item: Into<McpListToolsTool>>,
    ) -> Self {
        Self {
            id: id.into(),
            server_label: server_label.into(),
            tools: list(tools),
            error: Maybe::Absent,
        }
    }

    pub fn error(mut self, error: impl Into<String>) -> Self {
        self.error = Maybe::Value(error.into());
        self
    }
}
