// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::ToolCallCaller;
use apiarist_runtime::{Maybe, Object};

/// A call to a function of the caller.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "function_call"))]
pub struct FunctionToolCall {
    /// ID of the item.
    pub id: Option<String>,
    /// ID that links a call to its result.
    pub call_id: String,
    /// Origin of the call.
    pub caller: Maybe<ToolCallCaller>,
    /// Namespace of the tool.
    pub namespace: Option<String>,
    /// Name of the function.
    pub name: String,
    /// Arguments, as a JSON string.
    pub arguments: String,
    /// Status of the item.
    pub status: Option<FunctionToolCallStatus>,
}

/// Status of the item.
pub type FunctionToolCallStatus = super::shared::Status;
