// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{
    ApplyPatchCallStatus, ApplyPatchCreateFileOperation, ApplyPatchDeleteFileOperation,
    ApplyPatchUpdateFileOperation, ToolCallCaller,
};
use apiarist_runtime::{Object, TaggedUnion, Value};

/// A file change for the caller to apply.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, is("type", "apply_patch_call"))]
#[non_exhaustive]
pub struct ApplyPatchToolCall {
    /// ID of the item.
    pub id: String,
    /// ID that links a call to its result.
    pub call_id: String,
    /// Origin of the call.
    pub caller: Option<ToolCallCaller>,
    /// Status of the item.
    pub status: ApplyPatchCallStatus,
    /// The change to apply.
    pub operation: ApplyPatchToolCallOperation,
    /// Creator of the item.
    pub created_by: Option<String>,
}

/// The change to apply.
#[derive(Clone, TaggedUnion)]
#[union(Debug, PartialEq, Eq, Hash, tag = "type")]
#[non_exhaustive]
pub enum ApplyPatchToolCallOperation {
    #[wire("create_file")]
    CreateFile(ApplyPatchCreateFileOperation),
    #[wire("delete_file")]
    DeleteFile(ApplyPatchDeleteFileOperation),
    #[wire("update_file")]
    UpdateFile(ApplyPatchUpdateFileOperation),
    /// A value that matches no known variant.
    Unknown(Value),
}
