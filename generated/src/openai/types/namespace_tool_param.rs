// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{CustomToolParam, FunctionToolParam};
use apiarist_runtime::{Object, TaggedUnion, Value};

/// Tools gathered under one name.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "namespace"))]
pub struct NamespaceToolParam {
    /// The name. At least 1 character.
    pub name: String,
    /// What the tools are for.
    pub description: String,
    /// The tools. At least 1 element.
    pub tools: Vec<NamespaceToolParamTool>,
}

/// `tools` of [`NamespaceToolParam`].
#[derive(Clone, Debug, PartialEq, Eq, Hash, TaggedUnion)]
#[union(tag = "type")]
#[non_exhaustive]
pub enum NamespaceToolParamTool {
    #[wire("function")]
    Function(FunctionToolParam),
    #[wire("custom")]
    Custom(CustomToolParam),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
