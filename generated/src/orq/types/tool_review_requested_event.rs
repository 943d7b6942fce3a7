// Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Object, Value};
use std::collections::BTreeMap;

/// Somebody must decide whether a tool may be called.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(is("type", "tool.review.requested"))]
#[non_exhaustive]
pub struct ToolReviewRequestedEvent {
    /// When the event was sent, as ISO text.
    pub timestamp: String,
    /// What the event tells.
    pub data: ToolReviewRequestedEventData,
}

/// What the event tells.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct ToolReviewRequestedEventData {
    /// Identifier of the tool.
    #[wire("toolId")]
    pub tool_id: String,
    /// Identifier of this call of the tool.
    #[wire("toolCallId")]
    pub tool_call_id: String,
    /// Name of the tool.
    #[wire("toolName")]
    pub tool_name: Option<String>,
    /// Arguments of the call.
    pub arguments: BTreeMap<String, Value>,
    /// Whether the call waits for the decision.
    #[wire("requiresApproval")]
    pub requires_approval: bool,
}
