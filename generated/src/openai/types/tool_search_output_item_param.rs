// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{FunctionCallItemStatus, Tool, ToolSearchExecutionType};
use apiarist_runtime::{Maybe, Object};

/// Tools that a search has loaded.
#[derive(Clone, Debug, PartialEq, Object)]
#[object(new, is("type", "tool_search_output"))]
pub struct ToolSearchOutputItemParam {
    /// Identifier of the item.
    pub id: Maybe<String>,
    /// Identifier that ties a call to its result.
    pub call_id: Maybe<String>,
    /// Whether the service or the caller carries out the search.
    pub execution: Option<ToolSearchExecutionType>,
    /// The tools.
    pub tools: Vec<Tool>,
    /// How far the item is.
    pub status: Maybe<FunctionCallItemStatus>,
}
