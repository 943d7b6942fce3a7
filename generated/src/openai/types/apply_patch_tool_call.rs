//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{
    ApplyPatchCallStatus, ApplyPatchCreateFileOperation, ApplyPatchDeleteFileOperation,
    ApplyPatchUpdateFileOperation, ToolCallCaller,
};
use apiarist_runtime::{object, tagged_union};

object! {
    /// A change of a file that the caller shall carry out.
    pub struct ApplyPatchToolCall {
        "type" = "apply_patch_call",
        /// Identifier of the item.
        id: required(String) = "id",
        /// Identifier that ties a call to its result.
        call_id: required(String) = "call_id",
        /// Who made the call.
        caller: optional(ToolCallCaller) = "caller",
        /// How far the item is.
        status: required(ApplyPatchCallStatus) = "status",
        /// The change.
        operation: required(ApplyPatchToolCallOperation) = "operation",
        /// Who made the item.
        created_by: optional(String) = "created_by",
    }
}

tagged_union! {
    /// The change.
    pub enum ApplyPatchToolCallOperation by "type" {
        CreateFile(ApplyPatchCreateFileOperation) = "create_file",
        DeleteFile(ApplyPatchDeleteFileOperation) = "delete_file",
        UpdateFile(ApplyPatchUpdateFileOperation) = "update_file",
    }
}
