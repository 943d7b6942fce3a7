//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{
    CallableToolAllowedCaller, ContainerAutoParam, ContainerReferenceParam, LocalEnvironmentParam,
};
use apiarist_runtime::{object, tagged_union};

object! {
    /// Runs commands in a shell.
    pub struct FunctionShellToolParam {
        "type" = "shell",
        /// Where the commands run.
        environment: maybe(FunctionShellToolParamEnvironment) = "environment",
        /// Who may call the tool: the model, its programs, or both.
        allowed_callers: maybe(Vec<CallableToolAllowedCaller>) = "allowed_callers",
    }
    new()
}

tagged_union! {
    pub enum FunctionShellToolParamEnvironment by "type" {
        ContainerAuto(ContainerAutoParam) = "container_auto",
        Local(LocalEnvironmentParam) = "local",
        ContainerReference(ContainerReferenceParam) = "container_reference",
    }
}
