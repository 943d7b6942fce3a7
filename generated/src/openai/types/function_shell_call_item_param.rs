//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{
    ContainerReferenceParam, FunctionShellActionParam, FunctionShellCallItemStatus,
    LocalEnvironmentParam, ToolCallCallerParam,
};
use apiarist_runtime::{Value, object, tagged_union};

object! {
    /// Commands for a shell.
    pub struct FunctionShellCallItemParam {
        "type" = "shell_call",
        /// Identifier of the item.
        id: maybe(String) = "id",
        /// Identifier that ties a call to its result. 1 to 64 characters.
        call_id: required(String) = "call_id",
        /// Who made the call.
        caller: maybe(ToolCallCallerParam) = "caller",
        /// The commands.
        action: required(FunctionShellActionParam) = "action",
        /// How far the item is.
        status: maybe(FunctionShellCallItemStatus) = "status",
        /// Where they run.
        environment: maybe(FunctionShellCallItemParamEnvironment) = "environment",
    }
    new(call_id(String), action(FunctionShellActionParam))
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
