//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// Asks whether a tool of a remote server may be called.
#[derive(Clone, Debug, PartialEq)]
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
object!(McpApprovalRequest {
    "type" = "mcp_approval_request",
    id: required("id"),
    server_label: required("server_label"),
    name: required("name"),
    arguments: required("arguments"),
});

impl McpApprovalRequest {
    /// With what is required.
    pub fn new(
        id: impl Into<String>,
        server_label: impl Into<String>,
        name: impl Into<String>,
        arguments: impl Into<String>,
    ) -> Self {
        Self {
            id: id.into(),
            server_label: server_label.into(),
            name: name.into(),
            arguments: arguments.into(),
        }
    }
}
