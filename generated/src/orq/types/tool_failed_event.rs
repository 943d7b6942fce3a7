//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// A tool has failed.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ToolFailedEvent {
    /// When the event was sent, as ISO text.
    pub timestamp: String,
    /// What the event tells.
    pub data: ToolFailedEventData,
}
object!(ToolFailedEvent {
    "type" = "tool.failed",
    timestamp: required("timestamp"),
    data: required("data"),
});

/// What the event tells.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ToolFailedEventData {
    /// Identifier of the tool.
    pub tool_id: String,
    /// Identifier of this call of the tool.
    pub tool_call_id: String,
    /// What went wrong.
    pub error: String,
}
object!(ToolFailedEventData {
    tool_id: required("toolId"),
    tool_call_id: required("toolCallId"),
    error: required("error"),
});
