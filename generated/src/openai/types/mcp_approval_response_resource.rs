// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Object, Value};

/// Answers whether a tool of a remote server may be called.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(is("type", "mcp_approval_response"))]
#[non_exhaustive]
pub struct McpApprovalResponseResource {
    /// Identifier of the answer.
    pub id: String,
    /// Request that this answers. The reference also requires a `request_id` that it does not describe.
    pub approval_request_id: String,
    /// Whether the call is allowed.
    pub approve: bool,
    /// Why.
    pub reason: Option<String>,
    /// The document requires this member and does not describe it.
    #[wire(nullable)]
    pub request_id: Option<Value>,
}
