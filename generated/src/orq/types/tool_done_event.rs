//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Value, object};

object! {
    /// A tool has answered.
    pub struct ToolDoneEvent {
        "type" = "tool.done",
        /// When the event was sent, as ISO text.
        timestamp: required(String) = "timestamp",
        /// What the event tells.
        data: required(ToolDoneEventData) = "data",
    }
}

object! {
    /// What the event tells.
    pub struct ToolDoneEventData {
        /// Identifier of the tool.
        tool_id: required(String) = "toolId",
        /// Identifier of this call of the tool.
        tool_call_id: required(String) = "toolCallId",
        /// What the tool gave back, of any shape.
        result: any(Value) = "result",
    }
}
