//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Value, object};

/// The tool itself failed.
#[derive(Clone, Debug, PartialEq)]
pub struct McpToolExecutionError {
    /// What the tool said, of any shape.
    pub content: Value,
}
object!(McpToolExecutionError {
    "type" = "mcp_tool_execution_error",
    content: required("content"),
});

impl McpToolExecutionError {
    /// With what is required.
    pub fn new(content: Value) -> Self {
        Self { content }
    }
}
