//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{HttpError, McpProtocolError, McpToolExecutionError};
use apiarist_runtime::tagged_union;

tagged_union! {
    /// Why a call of a remote tool failed, told apart by `type`.
    pub enum McpToolCallError by "type" {
        McpProtocolError(McpProtocolError) = "mcp_protocol_error",
        McpToolExecutionError(McpToolExecutionError) = "mcp_tool_execution_error",
        HttpError(HttpError) = "http_error",
    }
}
