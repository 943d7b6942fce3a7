// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Object, Value};

/// The tool itself failed.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "mcp_tool_execution_error"))]
pub struct McpToolExecutionError {
    /// What the tool said, of any shape.
    pub content: Value,
}
