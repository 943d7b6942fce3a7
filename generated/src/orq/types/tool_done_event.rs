//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Value, object};

/// A tool has answered.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ToolDoneEvent {
    /// When the event was sent, as ISO text.
    pub timestamp: String,
    /// What the event tells.
    pub data: ToolDoneEventData,
}
object!(ToolDoneEvent {
    "type" = "tool.done",
    timestamp: required("timestamp"),
    data: required("data"),
});

/// What the event tells.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ToolDoneEventData {
    /// Identifier of the tool.
    pub tool_id: String,
    /// Identifier of this call of the tool.
    pub tool_call_id: String,
    /// What the tool gave back, of any shape.
    pub result: Option<Value>,
}
object!(ToolDoneEventData {
    tool_id: required("toolId"),
    tool_call_id: required("toolCallId"),
    result: optional("result"),
});
