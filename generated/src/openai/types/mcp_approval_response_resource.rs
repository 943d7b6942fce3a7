//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Value, object};

object! {
    /// Answers whether a tool of a remote server may be called.
    pub struct McpApprovalResponseResource {
        "type" = "mcp_approval_response",
        /// Identifier of the answer.
        id: required(String) = "id",
        /// Request that this answers. The reference also requires a `request_id` that it does not describe.
        approval_request_id: required(String) = "approval_request_id",
        /// Whether the call is allowed.
        approve: required(bool) = "approve",
        /// Why.
        reason: optional(String) = "reason",
        /// The document requires this member and does not describe it.
        request_id: nullable(Value) = "request_id",
    }
}
