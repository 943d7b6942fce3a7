//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::ToolCallCaller;
use apiarist_runtime::{Maybe, object};

/// A call of a tool that takes free text.
#[derive(Clone, Debug, PartialEq)]
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
object!(CustomToolCall {
    "type" = "custom_tool_call",
    id: optional("id"),
    call_id: required("call_id"),
    caller: maybe("caller"),
    namespace: optional("namespace"),
    name: required("name"),
    input: required("input"),
});

impl CustomToolCall {
    /// With what is required.
    pub fn new(
        call_id: impl Into<String>,
        name: impl Into<String>,
        input: impl Into<String>,
    ) -> Self {
        Self {
            id: None,
            call_id: call_id.into(),
            caller: Maybe::Absent,
            namespace: None,
            name: name.into(),
            input: input.into(),
        }
    }

    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    pub fn caller(mut self, caller: ToolCallCaller) -> Self {
        self.caller = Maybe::Value(caller);
        self
    }

    pub fn namespace(mut self, namespace: impl Into<String>) -> Self {
        self.namespace = Some(namespace.into());
        self
    }
}
