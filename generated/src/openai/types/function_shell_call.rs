//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{
    ContainerReferenceResource, FunctionShellAction, FunctionShellCallStatus,
    LocalEnvironmentResource, ToolCallCaller,
};
use apiarist_runtime::{object, tagged_union};

object! {
    /// Commands for a shell.
    pub struct FunctionShellCall {
        "type" = "shell_call",
        /// Identifier of the item.
        id: required(String) = "id",
        /// Identifier that ties a call to its result.
        call_id: required(String) = "call_id",
        /// Who made the call.
        caller: optional(ToolCallCaller) = "caller",
        /// The commands.
        action: required(FunctionShellAction) = "action",
        /// How far the item is.
        status: required(FunctionShellCallStatus) = "status",
        /// Where they run.
        environment: nullable(FunctionShellCallEnvironment) = "environment",
        /// Who made the item.
        created_by: optional(String) = "created_by",
    }
}

tagged_union! {
    pub enum FunctionShellCallEnvironment by "type" {
        Local(LocalEnvironmentResource) = "local",
        ContainerReference(ContainerReferenceResource) = "container_reference",
    }
}
