// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{HttpError, McpProtocolError, McpToolExecutionError};
use apiarist_runtime::{TaggedUnion, Value};

/// Error of a call to a remote tool, discriminated by `type`.
#[derive(Clone, TaggedUnion)]
#[union(Debug, PartialEq, Eq, Hash, tag = "type")]
#[non_exhaustive]
pub enum McpToolCallError {
    #[wire("mcp_protocol_error")]
    McpProtocolError(McpProtocolError),
    #[wire("mcp_tool_execution_error")]
    McpToolExecutionError(McpToolExecutionError),
    #[wire("http_error")]
    HttpError(HttpError),
    /// A value that matches no known variant.
    Unknown(Value),
}
