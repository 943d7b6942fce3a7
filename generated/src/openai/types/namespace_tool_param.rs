//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{CustomToolParam, FunctionToolParam};
use apiarist_runtime::{Value, list, object, tagged_union};

/// Tools gathered under one name.
#[derive(Clone, Debug, PartialEq)]
pub struct NamespaceToolParam {
    /// The name.
    ///
    /// At least 1 character.
    pub name: String,
    /// What the tools are for.
    pub description: String,
    /// The tools.
    ///
    /// At least 1 element.
    pub tools: Vec<NamespaceToolParamTool>,
}
object!(NamespaceToolParam {
    "type" = "namespace",
    name: required("name"),
    description: required("description"),
    tools: required("tools"),
});

impl NamespaceToolParam {
    /// With what is required.
    pub fn new(
        name: impl Into<String>,
        description: impl Into<String>,
        tools: impl IntoIterator<Item: Into<NamespaceToolParamTool>>,
    ) -> Self {
        Self {
            name: name.into(),
            description: description.into(),
            tools: list(tools),
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum NamespaceToolParamTool {
    Function(FunctionToolParam),
    Custom(CustomToolParam),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
tagged_union!(NamespaceToolParamTool by "type" {
    Function: "function",
    Custom: "custom",
});
