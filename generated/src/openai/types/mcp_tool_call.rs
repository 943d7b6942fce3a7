// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{McpToolCallError, McpToolCallStatus};
use apiarist_runtime::{Maybe, Object};

/// A call of a tool of a remote server.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "mcp_call"))]
pub struct McpToolCall {
    /// Identifier of the item.
    pub id: String,
    /// Name that the caller gave the server.
    pub server_label: String,
    /// Name of the tool.
    pub name: String,
    /// Arguments as JSON text.
    pub arguments: String,
    /// What the tool gave back.
    pub output: Maybe<String>,
    /// Why the call failed.
    pub error: Maybe<McpToolCallError>,
    /// How far the item is.
    pub status: Option<McpToolCallStatus>,
    /// Request for leave to call the tool; answer it with an `mcp_approval_response`.
    pub approval_request_id: Maybe<String>,
}
