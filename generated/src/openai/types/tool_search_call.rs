// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{FunctionCallStatus, ToolSearchExecutionType};
use apiarist_runtime::{Object, Value};

/// A search for tools to load.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, is("type", "tool_search_call"))]
#[non_exhaustive]
pub struct ToolSearchCall {
    /// ID of the item.
    pub id: String,
    /// ID that links a call to its result.
    #[wire(nullable)]
    pub call_id: Option<String>,
    /// Whether the service or the caller runs the search.
    pub execution: ToolSearchExecutionType,
    /// Arguments of the search, in any form.
    pub arguments: Value,
    /// Status of the item.
    pub status: FunctionCallStatus,
    /// Creator of the item.
    pub created_by: Option<String>,
}
