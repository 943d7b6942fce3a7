// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{FunctionCallOutputStatusEnum, Tool, ToolSearchExecutionType};
use apiarist_runtime::Object;

/// Tools that a search has loaded.
#[derive(Clone, Debug, PartialEq, Object)]
#[object(is("type", "tool_search_output"))]
#[non_exhaustive]
pub struct ToolSearchOutput {
    /// Identifier of the item.
    pub id: String,
    /// Identifier that ties a call to its result.
    #[wire(nullable)]
    pub call_id: Option<String>,
    /// Whether the service or the caller carries out the search.
    pub execution: ToolSearchExecutionType,
    /// The tools.
    pub tools: Vec<Tool>,
    /// How far the item is.
    pub status: FunctionCallOutputStatusEnum,
    /// Who made the item.
    pub created_by: Option<String>,
}
