// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{HttpError, McpProtocolError, McpToolExecutionError};
use apiarist_runtime::{TaggedUnion, Value};

/// Why a call of a remote tool failed, told apart by `type`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, TaggedUnion)]
#[union(tag = "type")]
#[non_exhaustive]
pub enum McpToolCallError {
    #[wire("mcp_protocol_error")]
    McpProtocolError(McpProtocolError),
    #[wire("mcp_tool_execution_error")]
    McpToolExecutionError(McpToolExecutionError),
    #[wire("http_error")]
    HttpError(HttpError),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
