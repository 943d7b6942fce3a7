// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{
    CallableToolAllowedCaller, ContainerAutoParam, ContainerReferenceParam,
    LocalEnvironmentParam,
};
use apiarist_runtime::{Maybe, Object, TaggedUnion, Value};

/// Runs commands in a shell.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "shell"))]
pub struct FunctionShellToolParam {
    /// Where the commands run.
    pub environment: Maybe<FunctionShellToolParamEnvironment>,
    /// Who may call the tool: the model, its programs, or both.
    pub allowed_callers: Maybe<Vec<CallableToolAllowedCaller>>,
}

/// `environment` of [`FunctionShellToolParam`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, TaggedUnion)]
#[union(tag = "type")]
#[non_exhaustive]
pub enum FunctionShellToolParamEnvironment {
    #[wire("container_auto")]
    ContainerAuto(ContainerAutoParam),
    #[wire("local")]
    Local(LocalEnvironmentParam),
    #[wire("container_reference")]
    ContainerReference(ContainerReferenceParam),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
