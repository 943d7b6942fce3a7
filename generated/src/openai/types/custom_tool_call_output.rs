// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{Output, ToolCallCallerParam};
use apiarist_runtime::{Maybe, Object};

/// What a tool that takes free text gave back.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "custom_tool_call_output"))]
pub struct CustomToolCallOutput {
    /// Identifier of the item.
    pub id: Option<String>,
    /// Identifier that ties a call to its result.
    pub call_id: String,
    /// Who made the call.
    pub caller: Maybe<ToolCallCallerParam>,
    /// Result as text, or as a list of parts.
    pub output: Output,
}
