//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Value, object};
use std::collections::BTreeMap;

object! {
    /// What a tool gave back.
    pub struct ToolResultPart {
        "kind" = "tool_result",
        /// Call that this answers. At least 1 character.
        tool_call_id: required(String) = "tool_call_id",
        /// What the tool gave back, of any shape.
        result: any(Value) = "result",
        /// Values of the caller.
        metadata: optional(BTreeMap<String, Value>) = "metadata",
    }
    new(tool_call_id(String))
}
