// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{ApplyPatchCallStatusParam, ApplyPatchOperationParam, ToolCallCallerParam};
use apiarist_runtime::{Maybe, Object};

/// A change of a file that the caller shall carry out.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "apply_patch_call"))]
pub struct ApplyPatchToolCallItemParam {
    /// Identifier of the item.
    pub id: Maybe<String>,
    /// Identifier that ties a call to its result. 1 to 64 characters.
    pub call_id: String,
    /// Who made the call.
    pub caller: Maybe<ToolCallCallerParam>,
    /// How far the item is.
    pub status: ApplyPatchCallStatusParam,
    /// The change.
    pub operation: ApplyPatchOperationParam,
}
