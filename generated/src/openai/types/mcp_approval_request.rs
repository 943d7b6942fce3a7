//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// Asks whether a tool of a remote server may be called.
    pub struct McpApprovalRequest {
        "type" = "mcp_approval_request",
        /// Identifier of the request.
        id: required(String) = "id",
        /// Name that the caller gave the server.
        server_label: required(String) = "server_label",
        /// Name of the tool.
        name: required(String) = "name",
        /// Arguments as JSON text.
        arguments: required(String) = "arguments",
    }
    new(id(String), server_label(String), name(String), arguments(String))
}
