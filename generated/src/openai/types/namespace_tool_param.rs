//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{CustomToolParam, FunctionToolParam};
use apiarist_runtime::{object, tagged_union};

object! {
    /// Tools gathered under one name.
    pub struct NamespaceToolParam {
        "type" = "namespace",
        /// The name. At least 1 character.
        name: required(String) = "name",
        /// What the tools are for.
        description: required(String) = "description",
        /// The tools. At least 1 element.
        tools: required(Vec<NamespaceToolParamTool>) = "tools",
    }
    new(name(String), description(String), tools(Vec<NamespaceToolParamTool>))
}

tagged_union! {
    pub enum NamespaceToolParamTool by "type" {
        Function(FunctionToolParam) = "function",
        Custom(CustomToolParam) = "custom",
    }
}
