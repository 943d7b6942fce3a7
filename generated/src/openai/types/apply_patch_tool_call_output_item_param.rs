// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{ApplyPatchCallOutputStatusParam, ToolCallCallerParam};
use apiarist_runtime::{Maybe, Object};

/// The result of a file change.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "apply_patch_call_output"))]
pub struct ApplyPatchToolCallOutputItemParam {
    /// ID of the item.
    pub id: Maybe<String>,
    /// ID that links a call to its result. 1 to 64 characters.
    pub call_id: String,
    /// Origin of the call.
    pub caller: Maybe<ToolCallCallerParam>,
    /// Status of the item.
    pub status: ApplyPatchCallOutputStatusParam,
    /// Output for the model, such as an error message.
    pub output: Maybe<String>,
}
