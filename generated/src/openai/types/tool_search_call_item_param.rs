// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{EmptyModelParam, FunctionCallItemStatus, ToolSearchExecutionType};
use apiarist_runtime::{Maybe, Object};

/// A search for tools to load.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "tool_search_call"))]
pub struct ToolSearchCallItemParam {
    /// ID of the item.
    pub id: Maybe<String>,
    /// ID that links a call to its result.
    pub call_id: Maybe<String>,
    /// Whether the service or the caller runs the search.
    pub execution: Option<ToolSearchExecutionType>,
    /// Arguments of the search, in any form.
    pub arguments: EmptyModelParam,
    /// Status of the item.
    pub status: Maybe<FunctionCallItemStatus>,
}
