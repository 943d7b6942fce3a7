//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{ApplyPatchCallOutputStatus, ToolCallCaller};
use apiarist_runtime::object;

object! {
    /// How a change of a file went.
    pub struct ApplyPatchToolCallOutput {
        "type" = "apply_patch_call_output",
        /// Identifier of the item.
        id: required(String) = "id",
        /// Identifier that ties a call to its result.
        call_id: required(String) = "call_id",
        /// Who made the call.
        caller: optional(ToolCallCaller) = "caller",
        /// How far the item is.
        status: required(ApplyPatchCallOutputStatus) = "status",
        /// Text for the model, such as an error.
        output: optional(String) = "output",
        /// Who made the item.
        created_by: optional(String) = "created_by",
    }
}
