// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{ApplyPatchCallOutputStatusParam, ToolCallCallerParam};
use apiarist_runtime::{Maybe, Object};

/// How a change of a file went.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "apply_patch_call_output"))]
pub struct ApplyPatchToolCallOutputItemParam {
    /// Identifier of the item.
    pub id: Maybe<String>,
    /// Identifier that ties a call to its result. 1 to 64 characters.
    pub call_id: String,
    /// Who made the call.
    pub caller: Maybe<ToolCallCallerParam>,
    /// How far the item is.
    pub status: ApplyPatchCallOutputStatusParam,
    /// Text for the model, such as an error.
    pub output: Maybe<String>,
}
