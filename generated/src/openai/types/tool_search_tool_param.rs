// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{EmptyModelParam, ToolSearchExecutionType};
use apiarist_runtime::{Maybe, Object};

/// A tool that searches for tools to load.
#[derive(Clone, Default, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "tool_search"))]
pub struct ToolSearchToolParam {
    /// Whether the service or the caller runs the search.
    pub execution: Option<ToolSearchExecutionType>,
    /// Description of the tools that can be found.
    pub description: Maybe<String>,
    /// JSON Schema of the search arguments.
    pub parameters: Maybe<EmptyModelParam>,
}
