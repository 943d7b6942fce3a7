// Written by apiarist from specs/orq/openapi.json. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::{Object, Value};
use std::collections::BTreeMap;

/// A tool call requires approval.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, is("type", "tool.review.requested"))]
#[non_exhaustive]
pub struct ToolReviewRequestedEvent {
    /// Time at which the event was sent, in ISO 8601.
    pub timestamp: String,
    /// Data of the event.
    pub data: ToolReviewRequestedEventData,
}

/// Data of the event.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, rename_all = "camelCase")]
#[non_exhaustive]
pub struct ToolReviewRequestedEventData {
    /// ID of the tool.
    pub tool_id: String,
    /// ID of the tool call.
    pub tool_call_id: String,
    /// Name of the tool.
    pub tool_name: Option<String>,
    /// Arguments of the tool call.
    pub arguments: BTreeMap<String, Value>,
    /// Whether the tool call requires approval.
    pub requires_approval: bool,
}
