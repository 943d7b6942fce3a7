// Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Object, Value};
use std::collections::BTreeMap;

/// A tool is called.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(is("type", "tool.started"))]
#[non_exhaustive]
pub struct ToolStartedEvent {
    /// When the event was sent, as ISO text.
    pub timestamp: String,
    /// What the event tells.
    pub data: ToolStartedEventData,
}

/// What the event tells.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct ToolStartedEventData {
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
}
