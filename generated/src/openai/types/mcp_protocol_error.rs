// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// The server violated the protocol or reported an error.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "mcp_protocol_error"))]
pub struct McpProtocolError {
    /// Error code.
    pub code: i64,
    /// Error message.
    pub message: String,
}
