// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{ApplyPatchCallOutputStatus, ToolCallCaller};
use apiarist_runtime::Object;

/// How a change of a file went.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(is("type", "apply_patch_call_output"))]
#[non_exhaustive]
pub struct ApplyPatchToolCallOutput {
    /// Identifier of the item.
    pub id: String,
    /// Identifier that ties a call to its result.
    pub call_id: String,
    /// Who made the call.
    pub caller: Option<ToolCallCaller>,
    /// How far the item is.
    pub status: ApplyPatchCallOutputStatus,
    /// Text for the model, such as an error.
    pub output: Option<String>,
    /// Who made the item.
    pub created_by: Option<String>,
}
