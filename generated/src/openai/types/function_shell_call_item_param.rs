//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{
    ContainerReferenceParam, FunctionShellActionParam, FunctionShellCallItemStatus,
    LocalEnvironmentParam, ToolCallCallerParam,
};
use apiarist_runtime::{object, tagged_union};

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

tagged_union! {
    pub enum FunctionShellCallItemParamEnvironment by "type" {
        Local(LocalEnvironmentParam) = "local",
        ContainerReference(ContainerReferenceParam) = "container_reference",
    }
}
