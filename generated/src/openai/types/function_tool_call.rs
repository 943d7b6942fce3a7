//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{Status, ToolCallCaller};
use apiarist_runtime::{Maybe, object};

/// A call of a function of the caller.
#[derive(Clone, Debug, PartialEq)]
pub struct FunctionToolCall {
    /// Identifier of the item.
    pub id: Option<String>,
    /// Identifier that ties a call to its result.
    pub call_id: String,
    /// Who made the call.
    pub caller: Maybe<ToolCallCaller>,
    /// Namespace of the tool.
    pub namespace: Option<String>,
    /// Name of the function.
    pub name: String,
    /// Arguments as JSON text.
    pub arguments: String,
    /// How far the item is.
    pub status: Option<Status>,
}
object!(FunctionToolCall {
    "type" = "function_call",
    id: optional("id"),
    call_id: required("call_id"),
    caller: maybe("caller"),
    namespace: optional("namespace"),
    name: required("name"),
    arguments: required("arguments"),
    status: optional("status"),
});

impl FunctionToolCall {
    /// With what is required.
    pub fn new(
        call_id: impl Into<String>,
        name: impl Into<String>,
        arguments: impl Into<String>,
    ) -> Self {
        Self {
            id: None,
            call_id: call_id.into(),
            caller: Maybe::Absent,
            namespace: None,
            name: name.into(),
            arguments: arguments.into(),
            status: None,
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

    pub fn status(mut self, status: Status) -> Self {
        self.status = Some(status);
        self
    }
}
