// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{
    ContainerReferenceParam, FunctionShellActionParam, FunctionShellCallItemStatus,
    LocalEnvironmentParam, ToolCallCallerParam,
};
use apiarist_runtime::{Maybe, Object, TaggedUnion, Value};

/// Commands for a shell.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "shell_call"))]
pub struct FunctionShellCallItemParam {
    /// Identifier of the item.
    pub id: Maybe<String>,
    /// Identifier that ties a call to its result. 1 to 64 characters.
    pub call_id: String,
    /// Who made the call.
    pub caller: Maybe<ToolCallCallerParam>,
    /// The commands.
    pub action: FunctionShellActionParam,
    /// How far the item is.
    pub status: Maybe<FunctionShellCallItemStatus>,
    /// Where they run.
    pub environment: Maybe<FunctionShellCallItemParamEnvironment>,
}

/// `environment` of [`FunctionShellCallItemParam`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, TaggedUnion)]
#[union(tag = "type")]
#[non_exhaustive]
pub enum FunctionShellCallItemParamEnvironment {
    #[wire("local")]
    Local(LocalEnvironmentParam),
    #[wire("container_reference")]
    ContainerReference(ContainerReferenceParam),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
