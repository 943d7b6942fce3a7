// Written by apiarist from specs/orq/openapi.json. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::{Object, Value};
use std::collections::BTreeMap;

/// A tool call has started.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, is("type", "tool.started"))]
#[non_exhaustive]
pub struct ToolStartedEvent {
    /// Time at which the event was sent, in ISO 8601.
    pub timestamp: String,
    /// Data of the event.
    pub data: ToolStartedEventData,
}

/// Data of the event.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, rename_all = "camelCase")]
#[non_exhaustive]
pub struct ToolStartedEventData {
    /// ID of the tool.
    pub tool_id: String,
    /// ID of the tool call.
    pub tool_call_id: String,
    /// Name of the tool.
    pub tool_name: Option<String>,
    /// Arguments of the tool call.
    pub arguments: BTreeMap<String, Value>,
}
