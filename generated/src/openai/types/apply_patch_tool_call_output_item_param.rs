//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{ApplyPatchCallOutputStatusParam, ToolCallCallerParam};
use apiarist_runtime::object;

object! {
    /// How a change of a file went.
    pub struct ApplyPatchToolCallOutputItemParam {
        "type" = "apply_patch_call_output",
        /// Identifier of the item.
        id: maybe(String) = "id",
        /// Identifier that ties a call to its result. 1 to 64 characters.
        call_id: required(String) = "call_id",
        /// Who made the call.
        caller: maybe(ToolCallCallerParam) = "caller",
        /// How far the item is.
        status: required(ApplyPatchCallOutputStatusParam) = "status",
        /// Text for the model, such as an error.
        output: maybe(String) = "output",
    }
    new(call_id(String), status(ApplyPatchCallOutputStatusParam))
}
