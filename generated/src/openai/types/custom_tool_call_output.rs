//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{Output, ToolCallCallerParam};
use apiarist_runtime::{Maybe, object};

/// What a tool that takes free text gave back.
#[derive(Clone, Debug, PartialEq)]
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
object!(CustomToolCallOutput {
    "type" = "custom_tool_call_output",
    id: optional("id"),
    call_id: required("call_id"),
    caller: maybe("caller"),
    output: required("output"),
});

impl CustomToolCallOutput {
    /// With what is required.
    pub fn new(call_id: impl Into<String>, output: Output) -> Self {
        Self {
            id: None,
            call_id: call_id.into(),
            caller: Maybe::Absent,
            output,
        }
    }

    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    pub fn caller(mut self, caller: ToolCallCallerParam) -> Self {
        self.caller = Maybe::Value(caller);
        self
    }
}
