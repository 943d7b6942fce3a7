//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Value, object};

object! {
    /// The tool itself failed.
    pub struct McpToolExecutionError {
        "type" = "mcp_tool_execution_error",
        /// What the tool said, of any shape.
        content: required(Value) = "content",
    }
    new(content(Value))
}
