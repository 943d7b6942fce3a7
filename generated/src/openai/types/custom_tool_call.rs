// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::ToolCallCaller;
use apiarist_runtime::{Maybe, Object};

/// A call of a tool that takes free text.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "custom_tool_call"))]
pub struct CustomToolCall {
    /// Identifier of the item.
    pub id: Option<String>,
    /// Identifier that ties a call to its result.
    pub call_id: String,
    /// Who made the call.
    pub caller: Maybe<ToolCallCaller>,
    /// Namespace of the tool.
    pub namespace: Option<String>,
    /// Name of the tool.
    pub name: String,
    /// Text for the tool.
    pub input: String,
}
