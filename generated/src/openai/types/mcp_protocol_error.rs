//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// The server broke the protocol or reported an error.
    pub struct McpProtocolError {
        "type" = "mcp_protocol_error",
        /// Code of the error.
        code: required(i64) = "code",
        /// Text of the error.
        message: required(String) = "message",
    }
    new(code(i64), message(String))
}
