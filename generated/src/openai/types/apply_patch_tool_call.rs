//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{
    ApplyPatchCallStatus, ApplyPatchCreateFileOperation, ApplyPatchDeleteFileOperation,
    ApplyPatchUpdateFileOperation, ToolCallCaller,
};
use apiarist_runtime::{Value, object, tagged_union};

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

/// The change.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ApplyPatchToolCallOperation {
    CreateFile(ApplyPatchCreateFileOperation),
    DeleteFile(ApplyPatchDeleteFileOperation),
    UpdateFile(ApplyPatchUpdateFileOperation),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
tagged_union!(ApplyPatchToolCallOperation by "type" {
    CreateFile: "create_file",
    DeleteFile: "delete_file",
    UpdateFile: "update_file",
});
