//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{Output, Status, ToolCallCallerParam};
use apiarist_runtime::{Maybe, object};

/// What a function gave back.
#[derive(Clone, Debug, PartialEq)]
pub struct FunctionToolCallOutput {
    /// Identifier of the item.
    pub id: Option<String>,
    /// Identifier that ties a call to its result.
    pub call_id: Option<String>,
    /// Name of the function.
    pub name: Option<String>,
    /// Namespace of the tool.
    pub namespace: Option<String>,
    /// Who made the call.
    pub caller: Maybe<ToolCallCallerParam>,
    /// Result as text, or as a list of parts.
    pub output: Output,
    /// How far the item is.
    pub status: Option<Status>,
}
object!(FunctionToolCallOutput {
    "type" = "function_call_output",
    id: optional("id"),
    call_id: optional("call_id"),
    name: optional("name"),
    namespace: optional("namespace"),
    caller: maybe("caller"),
    output: required("output"),
    status: optional("status"),
});

impl FunctionToolCallOutput {
    /// With what is required.
    pub fn new(output: Output) -> Self {
        Self {
            id: None,
            call_id: None,
            name: None,
            namespace: None,
            caller: Maybe::Absent,
            output,
            status: None,
        }
    }

    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    pub fn call_id(mut self, call_id: impl Into<String>) -> Self {
        self.call_id = Some(call_id.into());
        self
    }

    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    pub fn namespace(mut self, namespace: impl Into<String>) -> Self {
        self.namespace = Some(namespace.into());
        self
    }

    pub fn caller(mut self, caller: ToolCallCallerParam) -> Self {
        self.caller = Maybe::Value(caller);
        self
    }

    pub fn status(mut self, status: Status) -> Self {
        self.status = Some(status);
        self
    }
}
