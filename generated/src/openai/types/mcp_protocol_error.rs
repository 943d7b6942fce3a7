// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// The server broke the protocol or reported an error.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "mcp_protocol_error"))]
pub struct McpProtocolError {
    /// Code of the error.
    pub code: i64,
    /// Text of the error.
    pub message: String,
}
