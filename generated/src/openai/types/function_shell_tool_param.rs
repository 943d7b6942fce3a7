// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{
    CallableToolAllowedCaller, ContainerAutoParam, ContainerReferenceParam,
    LocalEnvironmentParam,
};
use apiarist_runtime::{Maybe, Object, TaggedUnion, Value};

/// A tool that runs commands in a shell.
#[derive(Clone, Default, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "shell"))]
pub struct FunctionShellToolParam {
    /// Environment for the commands.
    pub environment: Maybe<FunctionShellToolParamEnvironment>,
    /// Allowed callers of the tool: the model, its programs, or both.
    pub allowed_callers: Maybe<Vec<CallableToolAllowedCaller>>,
}

/// `environment` of [`FunctionShellToolParam`].
#[derive(Clone, TaggedUnion)]
#[union(Debug, PartialEq, Eq, Hash, tag = "type")]
#[non_exhaustive]
pub enum FunctionShellToolParamEnvironment {
    #[wire("container_auto")]
    ContainerAuto(ContainerAutoParam),
    #[wire("local")]
    Local(LocalEnvironmentParam),
    #[wire("container_reference")]
    ContainerReference(ContainerReferenceParam),
    /// A value that matches no known variant.
    Unknown(Value),
}
