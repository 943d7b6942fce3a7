//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// A tool has failed.
    pub struct ToolFailedEvent {
        "type" = "tool.failed",
        /// When the event was sent, as ISO text.
        timestamp: required(String) = "timestamp",
        /// What the event tells.
        data: required(ToolFailedEventData) = "data",
    }
}

object! {
    /// What the event tells.
    pub struct ToolFailedEventData {
        /// Identifier of the tool.
        tool_id: required(String) = "toolId",
        /// Identifier of this call of the tool.
        tool_call_id: required(String) = "toolCallId",
        /// What went wrong.
        error: required(String) = "error",
    }
}
