// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::ToolCallCaller;
use apiarist_runtime::{Maybe, Object};

/// A call to a custom tool, which accepts free-form text.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "custom_tool_call"))]
pub struct CustomToolCall {
    /// ID of the item.
    pub id: Option<String>,
    /// ID that links a call to its result.
    pub call_id: String,
    /// Origin of the call.
    pub caller: Maybe<ToolCallCaller>,
    /// Namespace of the tool.
    pub namespace: Option<String>,
    /// Name of the tool.
    pub name: String,
    /// Input text for the tool.
    pub input: String,
}
