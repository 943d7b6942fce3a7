// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{
    ContainerReferenceParam, FunctionShellActionParam, FunctionShellCallItemStatus,
    LocalEnvironmentParam, ToolCallCallerParam,
};
use apiarist_runtime::{Maybe, Object, TaggedUnion, Value};

/// Shell commands to run.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "shell_call"))]
pub struct FunctionShellCallItemParam {
    /// ID of the item.
    pub id: Maybe<String>,
    /// ID that links a call to its result. 1 to 64 characters.
    pub call_id: String,
    /// Origin of the call.
    pub caller: Maybe<ToolCallCallerParam>,
    /// The commands.
    pub action: FunctionShellActionParam,
    /// Status of the item.
    pub status: Maybe<FunctionShellCallItemStatus>,
    /// Environment in which the commands run.
    pub environment: Maybe<FunctionShellCallItemParamEnvironment>,
}

/// `environment` of [`FunctionShellCallItemParam`].
#[derive(Clone, TaggedUnion)]
#[union(Debug, PartialEq, Eq, Hash, tag = "type")]
#[non_exhaustive]
pub enum FunctionShellCallItemParamEnvironment {
    #[wire("local")]
    Local(LocalEnvironmentParam),
    #[wire("container_reference")]
    ContainerReference(ContainerReferenceParam),
    /// A value that matches no known variant.
    Unknown(Value),
}
