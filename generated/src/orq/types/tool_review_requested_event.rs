//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Value, object};
use std::collections::BTreeMap;

object! {
    /// Somebody must decide whether a tool may be called.
    pub struct ToolReviewRequestedEvent {
        "type" = "tool.review.requested",
        /// When the event was sent, as ISO text.
        timestamp: required(String) = "timestamp",
        /// What the event tells.
        data: required(ToolReviewRequestedEventData) = "data",
    }
}

object! {
    /// What the event tells.
    pub struct ToolReviewRequestedEventData {
        /// Identifier of the tool.
        tool_id: required(String) = "toolId",
        /// Identifier of this call of the tool.
        tool_call_id: required(String) = "toolCallId",
        /// Name of the tool.
        tool_name: optional(String) = "toolName",
        /// Arguments of the call.
        arguments: required(BTreeMap<String, Value>) = "arguments",
        /// Whether the call waits for the decision.
        requires_approval: required(bool) = "requiresApproval",
    }
}
