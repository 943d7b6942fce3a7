// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{CustomToolParam, FunctionToolParam};
use apiarist_runtime::{Object, TaggedUnion, Value};

/// Tools grouped in a namespace.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "namespace"))]
pub struct NamespaceToolParam {
    /// Name of the namespace. At least 1 character.
    pub name: String,
    /// Description of the tools.
    pub description: String,
    /// The tools. At least 1 item.
    pub tools: Vec<NamespaceToolParamTool>,
}

/// `tools` of [`NamespaceToolParam`].
#[derive(Clone, TaggedUnion)]
#[union(Debug, PartialEq, Eq, Hash, tag = "type")]
#[non_exhaustive]
pub enum NamespaceToolParamTool {
    #[wire("function")]
    Function(FunctionToolParam),
    #[wire("custom")]
    Custom(CustomToolParam),
    /// A value that matches no known variant.
    Unknown(Value),
}
