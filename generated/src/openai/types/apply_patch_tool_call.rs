//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{
    ApplyPatchCallStatus, ApplyPatchCreateFileOperation, ApplyPatchDeleteFileOperation,
    ApplyPatchUpdateFileOperation, ToolCallCaller,
};
use apiarist_runtime::{Value, object, tagged_union};

/// A change of a file that the caller shall carry out.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ApplyPatchToolCall {
    /// Identifier of the item.
    pub id: String,
    /// Identifier that ties a call to its result.
    pub call_id: String,
    /// Who made the call.
    pub caller: Option<ToolCallCaller>,
    /// How far the item is.
    pub status: ApplyPatchCallStatus,
    /// The change.
    pub operation: ApplyPatchToolCallOperation,
    /// Who made the item.
    pub created_by: Option<String>,
}
object!(ApplyPatchToolCall {
    "type" = "apply_patch_call",
    id: required("id"),
    call_id: required("call_id"),
    caller: optional("caller"),
    status: required("status"),
    operation: required("operation"),
    created_by: optional("created_by"),
});

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
