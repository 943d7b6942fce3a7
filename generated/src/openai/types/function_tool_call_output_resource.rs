// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::ToolCallCallerParam;
use apiarist_runtime::Object;

/// A stored result of a function call.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, is("type", "function_call_output"))]
#[non_exhaustive]
pub struct FunctionToolCallOutputResource {
    /// ID of the item.
    pub id: String,
    /// ID that links a call to its result.
    pub call_id: Option<String>,
    /// Name of the function.
    pub name: Option<String>,
    /// Namespace of the tool.
    pub namespace: Option<String>,
    /// Origin of the call.
    pub caller: Option<ToolCallCallerParam>,
    /// Result, as text or an array of parts.
    pub output: FunctionToolCallOutputResourceOutput,
    /// Status of the result.
    pub status: FunctionToolCallOutputResourceStatus,
    /// Creator of the item.
    pub created_by: Option<String>,
}

/// Result, as text or an array of parts.
pub type FunctionToolCallOutputResourceOutput = super::shared::Output;

/// Status of the item.
pub type FunctionToolCallOutputResourceStatus = super::shared::Status;
