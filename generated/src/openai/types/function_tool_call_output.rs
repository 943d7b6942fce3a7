// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::ToolCallCallerParam;
use apiarist_runtime::{Maybe, Object};

/// The result of a function call.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "function_call_output"))]
pub struct FunctionToolCallOutput {
    /// ID of the item.
    pub id: Option<String>,
    /// ID that links a call to its result.
    pub call_id: Option<String>,
    /// Name of the function.
    pub name: Option<String>,
    /// Namespace of the tool.
    pub namespace: Option<String>,
    /// Origin of the call.
    pub caller: Maybe<ToolCallCallerParam>,
    /// Result, as text or an array of parts.
    pub output: Output,
    /// Status of the item.
    pub status: Option<FunctionToolCallOutputStatus>,
}

/// Result, as text or an array of parts.
pub type Output = super::shared::Output;

/// Status of the item.
pub type FunctionToolCallOutputStatus = super::shared::Status;
