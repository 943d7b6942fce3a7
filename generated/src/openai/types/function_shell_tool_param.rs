//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{
    CallableToolAllowedCaller, ContainerAutoParam, ContainerReferenceParam, LocalEnvironmentParam,
};
use apiarist_runtime::{Value, object, tagged_union};

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

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum FunctionShellToolParamEnvironment {
    ContainerAuto(ContainerAutoParam),
    Local(LocalEnvironmentParam),
    ContainerReference(ContainerReferenceParam),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
tagged_union!(FunctionShellToolParamEnvironment by "type" {
    ContainerAuto: "container_auto",
    Local: "local",
    ContainerReference: "container_reference",
});
