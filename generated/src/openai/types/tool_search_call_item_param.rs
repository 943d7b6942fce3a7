// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{EmptyModelParam, FunctionCallItemStatus, ToolSearchExecutionType};
use apiarist_runtime::{Maybe, Object};

/// A search for tools to load.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "tool_search_call"))]
pub struct ToolSearchCallItemParam {
    /// Identifier of the item.
    pub id: Maybe<String>,
    /// Identifier that ties a call to its result.
    pub call_id: Maybe<String>,
    /// Whether the service or the caller carries out the search.
    pub execution: Option<ToolSearchExecutionType>,
    /// What to search for, of any shape.
    pub arguments: EmptyModelParam,
    /// How far the item is.
    pub status: Maybe<FunctionCallItemStatus>,
}
