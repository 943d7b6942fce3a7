// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::ToolCallCallerParam;
use apiarist_runtime::{Maybe, Object};

/// The result of a call to a custom tool.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "custom_tool_call_output"))]
pub struct CustomToolCallOutput {
    /// ID of the item.
    pub id: Option<String>,
    /// ID that links a call to its result.
    pub call_id: String,
    /// Origin of the call.
    pub caller: Maybe<ToolCallCallerParam>,
    /// Result, as text or an array of parts.
    pub output: CustomToolCallOutputOutput,
}

/// Result, as text or an array of parts.
pub type CustomToolCallOutputOutput = super::shared::Output;
