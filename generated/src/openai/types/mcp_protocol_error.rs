//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// The server broke the protocol or reported an error.
#[derive(Clone, Debug, PartialEq)]
pub struct McpProtocolError {
    /// Code of the error.
    pub code: i64,
    /// Text of the error.
    pub message: String,
}
object!(McpProtocolError {
    "type" = "mcp_protocol_error",
    code: required("code"),
    message: required("message"),
});

impl McpProtocolError {
    /// With what is required.
    pub fn new(code: i64, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
        }
    }
}
