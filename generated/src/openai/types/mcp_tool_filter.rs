//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{list, object};

/// Picks tools of a remote server.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct McpToolFilter {
    /// Names of the tools.
    pub tool_names: Option<Vec<String>>,
    /// Whether to pick tools by their mark that they change nothing.
    pub read_only: Option<bool>,
}
object!(McpToolFilter {
    tool_names: optional("tool_names"),
    read_only: optional("read_only"),
});

impl McpToolFilter {
    pub fn tool_names(mut self, tool_names: impl IntoIterator<Item: Into<String>>) -> Self {
        self.tool_names = Some(list(tool_names));
        self
    }

    pub fn read_only(mut self, read_only: bool) -> Self {
        self.read_only = Some(read_only);
        self
    }
}
