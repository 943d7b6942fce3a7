// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// A filter for the tools of a remote server.
#[derive(Clone, Default, Object)]
#[object(Debug, PartialEq, Eq, Hash, new)]
pub struct McpToolFilter {
    /// Names of the tools.
    pub tool_names: Option<Vec<String>>,
    /// Whether to match tools that are annotated as read-only.
    pub read_only: Option<bool>,
}
