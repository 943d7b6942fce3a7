// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{FunctionCallStatus, ToolSearchExecutionType};
use apiarist_runtime::{Object, Value};

/// A search for tools to load.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(is("type", "tool_search_call"))]
#[non_exhaustive]
pub struct ToolSearchCall {
    /// Identifier of the item.
    pub id: String,
    /// Identifier that ties a call to its result.
    #[wire(nullable)]
    pub call_id: Option<String>,
    /// Whether the service or the caller carries out the search.
    pub execution: ToolSearchExecutionType,
    /// What to search for, of any shape.
    pub arguments: Value,
    /// How far the item is.
    pub status: FunctionCallStatus,
    /// Who made the item.
    pub created_by: Option<String>,
}
