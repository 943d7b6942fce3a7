//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{
    CallableToolAllowedCaller, ContainerAutoParam, ContainerReferenceParam, LocalEnvironmentParam,
};
use apiarist_runtime::{Maybe, Value, list, object, tagged_union};

/// Runs commands in a shell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FunctionShellToolParam {
    /// Where the commands run.
    pub environment: Maybe<FunctionShellToolParamEnvironment>,
    /// Who may call the tool: the model, its programs, or both.
    pub allowed_callers: Maybe<Vec<CallableToolAllowedCaller>>,
}
object!(FunctionShellToolParam {
    "type" = "shell",
    environment: maybe("environment"),
    allowed_callers: maybe("allowed_callers"),
});

impl FunctionShellToolParam {
    pub fn environment(mut self, environment: FunctionShellToolParamEnvironment) -> Self {
        self.environment = Maybe::Value(environment);
        self
    }

    pub fn allowed_callers(
        mut self,
        allowed_callers: impl IntoIterator<Item: Into<CallableToolAllowedCaller>>,
    ) -> Self {
        self.allowed_callers = Maybe::Value(list(allowed_callers));
        self
    }
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
