// Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// A tool has failed.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(is("type", "tool.failed"))]
#[non_exhaustive]
pub struct ToolFailedEvent {
    /// When the event was sent, as ISO text.
    pub timestamp: String,
    /// What the event tells.
    pub data: ToolFailedEventData,
}

/// What the event tells.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct ToolFailedEventData {
    /// Identifier of the tool.
    #[wire("toolId")]
    pub tool_id: String,
    /// Identifier of this call of the tool.
    #[wire("toolCallId")]
    pub tool_call_id: String,
    /// What went wrong.
    pub error: String,
}
