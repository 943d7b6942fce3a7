// Written by apiarist from specs/orq/openapi.json. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::{Object, Value};

/// A tool call is complete.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, is("type", "tool.done"))]
#[non_exhaustive]
pub struct ToolDoneEvent {
    /// Time at which the event was sent, in ISO 8601.
    pub timestamp: String,
    /// Data of the event.
    pub data: ToolDoneEventData,
}

/// Data of the event.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, rename_all = "camelCase")]
#[non_exhaustive]
pub struct ToolDoneEventData {
    /// ID of the tool.
    pub tool_id: String,
    /// ID of the tool call.
    pub tool_call_id: String,
    /// Result of the tool call, in any form.
    #[wire(keep_null)]
    pub result: Option<Value>,
}
