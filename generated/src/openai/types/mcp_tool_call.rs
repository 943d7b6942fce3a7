//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{McpToolCallError, McpToolCallStatus};
use apiarist_runtime::{Maybe, object};

/// A call of a tool of a remote server.
#[derive(Clone, Debug, PartialEq)]
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
object!(McpToolCall {
    "type" = "mcp_call",
    id: required("id"),
    server_label: required("server_label"),
    name: required("name"),
    arguments: required("arguments"),
    output: maybe("output"),
    error: maybe("error"),
    status: optional("status"),
    approval_request_id: maybe("approval_request_id"),
});

impl McpToolCall {
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
            output: Maybe::Absent,
            error: Maybe::Absent,
            status: None,
            approval_request_id: Maybe::Absent,
        }
    }

    pub fn output(mut self, output: impl Into<String>) -> Self {
        self.output = Maybe::Value(output.into());
        self
    }

    pub fn error(mut self, error: McpToolCallError) -> Self {
        self.error = Maybe::Value(error);
        self
    }

    pub fn status(mut self, status: McpToolCallStatus) -> Self {
        self.status = Some(status);
        self
    }

    pub fn approval_request_id(mut self, approval_request_id: impl Into<String>) -> Self {
        self.approval_request_id = Maybe::Value(approval_request_id.into());
        self
    }
}
