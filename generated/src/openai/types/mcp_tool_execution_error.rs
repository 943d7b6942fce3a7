// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::{Object, Value};

/// The tool failed.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "mcp_tool_execution_error"))]
pub struct McpToolExecutionError {
    /// Output of the tool, in any form.
    pub content: Value,
}
