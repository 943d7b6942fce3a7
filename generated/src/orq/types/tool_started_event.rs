//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Value, object};
use std::collections::BTreeMap;

object! {
    /// A tool is called.
    pub struct ToolStartedEvent {
        "type" = "tool.started",
        /// When the event was sent, as ISO text.
        timestamp: required(String) = "timestamp",
        /// What the event tells.
        data: required(ToolStartedEventData) = "data",
    }
}

object! {
    /// What the event tells.
    pub struct ToolStartedEventData {
        /// Identifier of the tool.
        tool_id: required(String) = "toolId",
        /// Identifier of this call of the tool.
        tool_call_id: required(String) = "toolCallId",
        /// Name of the tool.
        tool_name: optional(String) = "toolName",
        /// Arguments of the call.
        arguments: required(BTreeMap<String, Value>) = "arguments",
    }
}
