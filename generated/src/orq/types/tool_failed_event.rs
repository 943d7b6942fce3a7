// Written by apiarist from specs/orq/openapi.json. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// A tool call has failed.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, is("type", "tool.failed"))]
#[non_exhaustive]
pub struct ToolFailedEvent {
    /// Time at which the event was sent, in ISO 8601.
    pub timestamp: String,
    /// Data of the event.
    pub data: ToolFailedEventData,
}

/// Data of the event.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, rename_all = "camelCase")]
#[non_exhaustive]
pub struct ToolFailedEventData {
    /// ID of the tool.
    pub tool_id: String,
    /// ID of the tool call.
    pub tool_call_id: String,
    /// Error message.
    pub error: String,
}
