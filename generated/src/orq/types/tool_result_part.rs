// Written by apiarist from specs/orq/openapi.json. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::{Object, Value};
use std::collections::BTreeMap;

/// The result of a tool call.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("kind", "tool_result"))]
pub struct ToolResultPart {
    /// ID of the tool call that this result belongs to. At least 1 character.
    pub tool_call_id: String,
    /// Result of the tool call, in any form.
    #[wire(keep_null)]
    pub result: Option<Value>,
    /// Custom metadata.
    pub metadata: Option<BTreeMap<String, Value>>,
}
