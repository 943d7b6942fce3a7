// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{
    ContainerReferenceResource, FunctionShellAction, FunctionShellCallStatus,
    LocalEnvironmentResource, ToolCallCaller,
};
use apiarist_runtime::{Object, TaggedUnion, Value};

/// Commands for a shell.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(is("type", "shell_call"))]
#[non_exhaustive]
pub struct FunctionShellCall {
    /// Identifier of the item.
    pub id: String,
    /// Identifier that ties a call to its result.
    pub call_id: String,
    /// Who made the call.
    pub caller: Option<ToolCallCaller>,
    /// The commands.
    pub action: FunctionShellAction,
    /// How far the item is.
    pub status: FunctionShellCallStatus,
    /// Where they run.
    #[wire(nullable)]
    pub environment: Option<FunctionShellCallEnvironment>,
    /// Who made the item.
    pub created_by: Option<String>,
}

/// `environment` of [`FunctionShellCall`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, TaggedUnion)]
#[union(tag = "type")]
#[non_exhaustive]
pub enum FunctionShellCallEnvironment {
    #[wire("local")]
    Local(LocalEnvironmentResource),
    #[wire("container_reference")]
    ContainerReference(ContainerReferenceResource),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
