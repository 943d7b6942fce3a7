// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{Status, ToolCallCaller};
use apiarist_runtime::Object;

/// A stored call of a function.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(is("type", "function_call"))]
#[non_exhaustive]
pub struct FunctionToolCallResource {
    /// Identifier of the item.
    pub id: String,
    /// Identifier that ties a call to its result.
    pub call_id: String,
    /// Who made the call.
    pub caller: Option<ToolCallCaller>,
    /// Namespace of the tool.
    pub namespace: Option<String>,
    /// Name of the function.
    pub name: String,
    /// Arguments as JSON text.
    pub arguments: String,
    /// How far the call is.
    pub status: Status,
    /// Who made the item.
    pub created_by: Option<String>,
}
