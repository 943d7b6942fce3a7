// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::{Maybe, Object, Value};

/// A response to an approval request.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "mcp_approval_response"))]
pub struct McpApprovalResponse {
    /// ID of the response.
    pub id: Maybe<String>,
    /// ID of the approval request. The reference also requires a `request_id`, which it does not describe.
    pub approval_request_id: String,
    /// Whether the call is approved.
    pub approve: bool,
    /// Reason for the decision.
    pub reason: Maybe<String>,
    /// The document requires this property but does not describe it.
    #[wire(nullable)]
    pub request_id: Option<Value>,
}
