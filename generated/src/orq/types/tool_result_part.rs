//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Value, object};
use std::collections::BTreeMap;

/// What a tool gave back.
#[derive(Clone, Debug, PartialEq)]
pub struct ToolResultPart {
    /// Call that this answers.
    ///
    /// At least 1 character.
    pub tool_call_id: String,
    /// What the tool gave back, of any shape.
    pub result: Option<Value>,
    /// Values of the caller.
    pub metadata: Option<BTreeMap<String, Value>>,
}
object!(ToolResultPart {
    "kind" = "tool_result",
    tool_call_id: required("tool_call_id"),
    result: optional("result"),
    metadata: optional("metadata"),
});

impl ToolResultPart {
    /// With what is required.
    pub fn new(tool_call_id: impl Into<String>) -> Self {
        Self {
            tool_call_id: tool_call_id.into(),
            result: None,
            metadata: None,
        }
    }

    pub fn result(mut self, result: Value) -> Self {
        self.result = Some(result);
        self
    }

    pub fn metadata(mut self, metadata: BTreeMap<String, Value>) -> Self {
        self.metadata = Some(metadata);
        self
    }
}
