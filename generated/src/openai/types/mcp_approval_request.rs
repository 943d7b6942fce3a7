// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// Asks whether a tool of a remote server may be called.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "mcp_approval_request"))]
pub struct McpApprovalRequest {
    /// Identifier of the request.
    pub id: String,
    /// Name that the caller gave the server.
    pub server_label: String,
    /// Name of the tool.
    pub name: String,
    /// Arguments as JSON text.
    pub arguments: String,
}
