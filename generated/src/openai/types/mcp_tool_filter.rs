// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// Picks tools of a remote server.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Object)]
#[object(new)]
pub struct McpToolFilter {
    /// Names of the tools.
    pub tool_names: Option<Vec<String>>,
    /// Whether to pick tools by their mark that they change nothing.
    pub read_only: Option<bool>,
}
