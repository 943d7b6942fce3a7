//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{McpToolCallError, McpToolCallStatus};
use apiarist_runtime::object;

object! {
    /// A call of a tool of a remote server.
    pub struct McpToolCall {
        "type" = "mcp_call",
        /// Identifier of the item.
        id: required(String) = "id",
        /// Name that the caller gave the server.
        server_label: required(String) = "server_label",
        /// Name of the tool.
        name: required(String) = "name",
        /// Arguments as JSON text.
        arguments: required(String) = "arguments",
        /// What the tool gave back.
        output: maybe(String) = "output",
        /// Why the call failed.
        error: maybe(McpToolCallError) = "error",
        /// How far the item is.
        status: optional(McpToolCallStatus) = "status",
        /// Request for leave to call the tool; answer it with an `mcp_approval_response`.
        approval_request_id: maybe(String) = "approval_request_id",
    }
    new(id(String), server_label(String), name(String), arguments(String))
}
