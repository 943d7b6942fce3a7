// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{McpToolCallError, McpToolCallStatus};
use apiarist_runtime::{Maybe, Object};

/// A call to a tool of a remote server.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "mcp_call"))]
pub struct McpToolCall {
    /// ID of the item.
    pub id: String,
    /// Label of the server, chosen by the caller.
    pub server_label: String,
    /// Name of the tool.
    pub name: String,
    /// Arguments, as a JSON string.
    pub arguments: String,
    /// Output of the tool.
    pub output: Maybe<String>,
    /// Error of the call.
    pub error: Maybe<McpToolCallError>,
    /// Status of the item.
    pub status: Option<McpToolCallStatus>,
    /// ID of the approval request for the call. Respond to it with an `mcp_approval_response`.
    pub approval_request_id: Maybe<String>,
}
