//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{Status, ToolCallCaller};
use apiarist_runtime::object;

/// A stored call of a function.
#[derive(Clone, Debug, PartialEq)]
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
object!(FunctionToolCallResource {
    "type" = "function_call",
    id: required("id"),
    call_id: required("call_id"),
    caller: optional("caller"),
    namespace: optional("namespace"),
    name: required("name"),
    arguments: required("arguments"),
    status: required("status"),
    created_by: optional("created_by"),
});
