//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{
    ContainerReferenceResource, FunctionShellAction, FunctionShellCallStatus,
    LocalEnvironmentResource, ToolCallCaller,
};
use apiarist_runtime::{Value, object, tagged_union};

/// Commands for a shell.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct FunctionShellCall {
    /// Identifier of the item.
    pub id: String,
    /// Identifier that ties a call to its result.
    pub call_id: String,
    /// Who made the call.
    pub caller: Option<ToolCallCaller>,
    /// The commands.
    pub action: FunctionShellAction,
    /// How far the item is.
    pub status: FunctionShellCallStatus,
    /// Where they run.
    pub environment: Option<FunctionShellCallEnvironment>,
    /// Who made the item.
    pub created_by: Option<String>,
}
object!(FunctionShellCall {
    "type" = "shell_call",
    id: required("id"),
    call_id: required("call_id"),
    caller: optional("caller"),
    action: required("action"),
    status: required("status"),
    environment: nullable("environment"),
    created_by: optional("created_by"),
});

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum FunctionShellCallEnvironment {
    Local(LocalEnvironmentResource),
    ContainerReference(ContainerReferenceResource),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
tagged_union!(FunctionShellCallEnvironment by "type" {
    Local: "local",
    ContainerReference: "container_reference",
});
