//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{ApplyPatchCallStatusParam, ApplyPatchOperationParam, ToolCallCallerParam};
use apiarist_runtime::object;

object! {
    /// A change of a file that the caller shall carry out.
    pub struct ApplyPatchToolCallItemParam {
        "type" = "apply_patch_call",
        /// Identifier of the item.
        id: maybe(String) = "id",
        /// Identifier that ties a call to its result. 1 to 64 characters.
        call_id: required(String) = "call_id",
        /// Who made the call.
        caller: maybe(ToolCallCallerParam) = "caller",
        /// How far the item is.
        status: required(ApplyPatchCallStatusParam) = "status",
        /// The change.
        operation: required(ApplyPatchOperationParam) = "operation",
    }
    new(call_id(String), status(ApplyPatchCallStatusParam), operation(ApplyPatchOperationParam))
}
