//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{
    ContainerReferenceParam, FunctionShellActionParam, FunctionShellCallItemStatus,
    LocalEnvironmentParam, ToolCallCallerParam,
};
use apiarist_runtime::{Maybe, Value, object, tagged_union};

/// Commands for a shell.
#[derive(Clone, Debug, PartialEq)]
pub struct FunctionShellCallItemParam {
    /// Identifier of the item.
    pub id: Maybe<String>,
    /// Identifier that ties a call to its result.
    ///
    /// 1 to 64 characters.
    pub call_id: String,
    /// Who made the call.
    pub caller: Maybe<ToolCallCallerParam>,
    /// The commands.
    pub action: FunctionShellActionParam,
    /// How far the item is.
    pub status: Maybe<FunctionShellCallItemStatus>,
    /// Where they run.
    pub environment: Maybe<FunctionShellCallItemParamEnvironment>,
}
object!(FunctionShellCallItemParam {
    "type" = "shell_call",
    id: maybe("id"),
    call_id: required("call_id"),
    caller: maybe("caller"),
    action: required("action"),
    status: maybe("status"),
    environment: maybe("environment"),
});

impl FunctionShellCallItemParam {
    /// With what is required.
    pub fn new(call_id: impl Into<String>, action: FunctionShellActionParam) -> Self {
        Self {
            id: Maybe::Absent,
            call_id: call_id.into(),
            caller: Maybe::Absent,
            action,
            status: Maybe::Absent,
            environment: Maybe::Absent,
        }
    }

    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Maybe::Value(id.into());
        self
    }

    pub fn caller(mut self, caller: ToolCallCallerParam) -> Self {
        self.caller = Maybe::Value(caller);
        self
    }

    pub fn status(mut self, status: FunctionShellCallItemStatus) -> Self {
        self.status = Maybe::Value(status);
        self
    }

    pub fn environment(mut self, environment: FunctionShellCallItemParamEnvironment) -> Self {
        self.environment = Maybe::Value(environment);
        self
    }
}

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum FunctionShellCallItemParamEnvironment {
    Local(LocalEnvironmentParam),
    ContainerReference(ContainerReferenceParam),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
tagged_union!(FunctionShellCallItemParamEnvironment by "type" {
    Local: "local",
    ContainerReference: "container_reference",
});
