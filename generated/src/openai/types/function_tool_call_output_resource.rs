// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{Output, Status, ToolCallCallerParam};
use apiarist_runtime::Object;

/// A stored result of a function.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(is("type", "function_call_output"))]
#[non_exhaustive]
pub struct FunctionToolCallOutputResource {
    /// Identifier of the item.
    pub id: String,
    /// Identifier that ties a call to its result.
    pub call_id: Option<String>,
    /// Name of the function.
    pub name: Option<String>,
    /// Namespace of the tool.
    pub namespace: Option<String>,
    /// Who made the call.
    pub caller: Option<ToolCallCallerParam>,
    /// Result as text, or as a list of parts.
    pub output: Output,
    /// How far the result is.
    pub status: Status,
    /// Who made the item.
    pub created_by: Option<String>,
}
