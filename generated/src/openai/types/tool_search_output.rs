// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{FunctionCallOutputStatusEnum, Tool, ToolSearchExecutionType};
use apiarist_runtime::Object;

/// Tools loaded by a search.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, is("type", "tool_search_output"))]
#[non_exhaustive]
pub struct ToolSearchOutput {
    /// ID of the item.
    pub id: String,
    /// ID that links a call to its result.
    #[wire(nullable)]
    pub call_id: Option<String>,
    /// Whether the service or the caller runs the search.
    pub execution: ToolSearchExecutionType,
    /// The tools.
    pub tools: Vec<Tool>,
    /// Status of the item.
    pub status: FunctionCallOutputStatusEnum,
    /// Creator of the item.
    pub created_by: Option<String>,
}
