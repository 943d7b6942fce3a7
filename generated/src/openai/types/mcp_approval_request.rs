// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// A request for approval to call a tool of a remote server.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "mcp_approval_request"))]
pub struct McpApprovalRequest {
    /// ID of the request.
    pub id: String,
    /// Label of the server, chosen by the caller.
    pub server_label: String,
    /// Name of the tool.
    pub name: String,
    /// Arguments, as a JSON string.
    pub arguments: String,
}
