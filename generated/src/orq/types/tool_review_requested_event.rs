//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Value, object};
use std::collections::BTreeMap;

/// Somebody must decide whether a tool may be called.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ToolReviewRequestedEvent {
    /// When the event was sent, as ISO text.
    pub timestamp: String,
    /// What the event tells.
    pub data: ToolReviewRequestedEventData,
}
object!(ToolReviewRequestedEvent {
    "type" = "tool.review.requested",
    timestamp: required("timestamp"),
    data: required("data"),
});

/// What the event tells.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ToolReviewRequestedEventData {
    /// Identifier of the tool.
    pub tool_id: String,
    /// Identifier of this call of the tool.
    pub tool_call_id: String,
    /// Name of the tool.
    pub tool_name: Option<String>,
    /// Arguments of the call.
    pub arguments: BTreeMap<String, Value>,
    /// Whether the call waits for the decision.
    pub requires_approval: bool,
}
object!(ToolReviewRequestedEventData {
    tool_id: required("toolId"),
    tool_call_id: required("toolCallId"),
    tool_name: optional("toolName"),
    arguments: required("arguments"),
    requires_approval: required("requiresApproval"),
});
