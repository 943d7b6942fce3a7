// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{ApplyPatchCallOutputStatus, ToolCallCaller};
use apiarist_runtime::Object;

/// The result of a file change.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, is("type", "apply_patch_call_output"))]
#[non_exhaustive]
pub struct ApplyPatchToolCallOutput {
    /// ID of the item.
    pub id: String,
    /// ID that links a call to its result.
    pub call_id: String,
    /// Origin of the call.
    pub caller: Option<ToolCallCaller>,
    /// Status of the item.
    pub status: ApplyPatchCallOutputStatus,
    /// Output for the model, such as an error message.
    pub output: Option<String>,
    /// Creator of the item.
    pub created_by: Option<String>,
}
