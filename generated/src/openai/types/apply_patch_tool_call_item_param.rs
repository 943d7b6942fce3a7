// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{ApplyPatchCallStatusParam, ApplyPatchOperationParam, ToolCallCallerParam};
use apiarist_runtime::{Maybe, Object};

/// A file change for the caller to apply.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "apply_patch_call"))]
pub struct ApplyPatchToolCallItemParam {
    /// ID of the item.
    pub id: Maybe<String>,
    /// ID that links a call to its result. 1 to 64 characters.
    pub call_id: String,
    /// Origin of the call.
    pub caller: Maybe<ToolCallCallerParam>,
    /// Status of the item.
    pub status: ApplyPatchCallStatusParam,
    /// The change to apply.
    pub operation: ApplyPatchOperationParam,
}
