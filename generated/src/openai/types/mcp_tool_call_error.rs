//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{HttpError, McpProtocolError, McpToolExecutionError};
use apiarist_runtime::{Value, tagged_union};

/// Why a call of a remote tool failed, told apart by `type`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum McpToolCallError {
    McpProtocolError(McpProtocolError),
    McpToolExecutionError(McpToolExecutionError),
    HttpError(HttpError),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
tagged_union!(McpToolCallError by "type" {
    McpProtocolError: "mcp_protocol_error",
    McpToolExecutionError: "mcp_tool_execution_error",
    HttpError: "http_error",
});
