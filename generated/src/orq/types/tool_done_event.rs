// Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Object, Value};

/// A tool has answered.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(is("type", "tool.done"))]
#[non_exhaustive]
pub struct ToolDoneEvent {
    /// When the event was sent, as ISO text.
    pub timestamp: String,
    /// What the event tells.
    pub data: ToolDoneEventData,
}

/// What the event tells.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct ToolDoneEventData {
    /// Identifier of the tool.
    #[wire("toolId")]
    pub tool_id: String,
    /// Identifier of this call of the tool.
    #[wire("toolCallId")]
    pub tool_call_id: String,
    /// What the tool gave back, of any shape.
    #[wire(keep_null)]
    pub result: Option<Value>,
}
