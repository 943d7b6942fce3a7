// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{FunctionCallItemStatus, Tool, ToolSearchExecutionType};
use apiarist_runtime::{Maybe, Object};

/// Tools loaded by a search.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, new, is("type", "tool_search_output"))]
pub struct ToolSearchOutputItemParam {
    /// ID of the item.
    pub id: Maybe<String>,
    /// ID that links a call to its result.
    pub call_id: Maybe<String>,
    /// Whether the service or the caller runs the search.
    pub execution: Option<ToolSearchExecutionType>,
    /// The tools.
    pub tools: Vec<Tool>,
    /// Status of the item.
    pub status: Maybe<FunctionCallItemStatus>,
}
