// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{
    ContainerReferenceResource, FunctionShellAction, FunctionShellCallStatus,
    LocalEnvironmentResource, ToolCallCaller,
};
use apiarist_runtime::{Object, TaggedUnion, Value};

/// Shell commands to run.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, is("type", "shell_call"))]
#[non_exhaustive]
pub struct FunctionShellCall {
    /// ID of the item.
    pub id: String,
    /// ID that links a call to its result.
    pub call_id: String,
    /// Origin of the call.
    pub caller: Option<ToolCallCaller>,
    /// The commands.
    pub action: FunctionShellAction,
    /// Status of the item.
    pub status: FunctionShellCallStatus,
    /// Environment in which the commands run.
    #[wire(nullable)]
    pub environment: Option<FunctionShellCallEnvironment>,
    /// Creator of the item.
    pub created_by: Option<String>,
}

/// `environment` of [`FunctionShellCall`].
#[derive(Clone, TaggedUnion)]
#[union(Debug, PartialEq, Eq, Hash, tag = "type")]
#[non_exhaustive]
pub enum FunctionShellCallEnvironment {
    #[wire("local")]
    Local(LocalEnvironmentResource),
    #[wire("container_reference")]
    ContainerReference(ContainerReferenceResource),
    /// A value that matches no known variant.
    Unknown(Value),
}
