//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Maybe, Value, object};

/// Answers whether a tool of a remote server may be called.
#[derive(Clone, Debug, PartialEq)]
pub struct McpApprovalResponse {
    /// Identifier of the answer.
    pub id: Maybe<String>,
    /// Request that this answers. The reference also requires a `request_id` that it does not describe.
    pub approval_request_id: String,
    /// Whether the call is allowed.
    pub approve: bool,
    /// Why.
    pub reason: Maybe<String>,
    /// The document requires this member and does not describe it.
    pub request_id: Option<Value>,
}
object!(McpApprovalResponse {
    "type" = "mcp_approval_response",
    id: maybe("id"),
    approval_request_id: required("approval_request_id"),
    approve: required("approve"),
    reason: maybe("reason"),
    request_id: nullable("request_id"),
});

impl McpApprovalResponse {
    /// With what is required.
    pub fn new(
        approval_request_id: impl Into<String>,
        approve: bool,
        request_id: Option<Value>,
    ) -> Self {
        Self {
            id: Maybe::Absent,
            approval_request_id: approval_request_id.into(),
            approve,
            reason: Maybe::Absent,
            request_id,
        }
    }

    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Maybe::Value(id.into());
        self
    }

    pub fn reason(mut self, reason: impl Into<String>) -> Self {
        self.reason = Maybe::Value(reason.into());
        self
    }
}
