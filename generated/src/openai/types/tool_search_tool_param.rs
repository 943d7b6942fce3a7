// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{EmptyModelParam, ToolSearchExecutionType};
use apiarist_runtime::{Maybe, Object};

/// Searches for tools to load.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "tool_search"))]
pub struct ToolSearchToolParam {
    /// Whether the service or the caller carries out the search.
    pub execution: Option<ToolSearchExecutionType>,
    /// What can be found.
    pub description: Maybe<String>,
    /// JSON Schema of the search.
    pub parameters: Maybe<EmptyModelParam>,
}
