// Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Object, Value};
use std::collections::BTreeMap;

/// What a tool gave back.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("kind", "tool_result"))]
pub struct ToolResultPart {
    /// Call that this answers. At least 1 character.
    pub tool_call_id: String,
    /// What the tool gave back, of any shape.
    #[wire(keep_null)]
    pub result: Option<Value>,
    /// Values of the caller.
    pub metadata: Option<BTreeMap<String, Value>>,
}
