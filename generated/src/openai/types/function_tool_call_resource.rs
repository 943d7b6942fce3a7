// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::ToolCallCaller;
use apiarist_runtime::Object;

/// A stored function call.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, is("type", "function_call"))]
#[non_exhaustive]
pub struct FunctionToolCallResource {
    /// ID of the item.
    pub id: String,
    /// ID that links a call to its result.
    pub call_id: String,
    /// Origin of the call.
    pub caller: Option<ToolCallCaller>,
    /// Namespace of the tool.
    pub namespace: Option<String>,
    /// Name of the function.
    pub name: String,
    /// Arguments, as a JSON string.
    pub arguments: String,
    /// Status of the call.
    pub status: FunctionToolCallResourceStatus,
    /// Creator of the item.
    pub created_by: Option<String>,
}

/// Status of the item.
pub type FunctionToolCallResourceStatus = super::shared::Status;
