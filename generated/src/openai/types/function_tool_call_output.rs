// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{Output, Status, ToolCallCallerParam};
use apiarist_runtime::{Maybe, Object};

/// What a function gave back.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "function_call_output"))]
pub struct FunctionToolCallOutput {
    /// Identifier of the item.
    pub id: Option<String>,
    /// Identifier that ties a call to its result.
    pub call_id: Option<String>,
    /// Name of the function.
    pub name: Option<String>,
    /// Namespace of the tool.
    pub namespace: Option<String>,
    /// Who made the call.
    pub caller: Maybe<ToolCallCallerParam>,
    /// Result as text, or as a list of parts.
    pub output: Output,
    /// How far the item is.
    pub status: Option<Status>,
}
