// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{
    ApplyPatchCallStatus, ApplyPatchCreateFileOperation, ApplyPatchDeleteFileOperation,
    ApplyPatchUpdateFileOperation, ToolCallCaller,
};
use apiarist_runtime::{Object, TaggedUnion, Value};

/// A change of a file that the caller shall carry out.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(is("type", "apply_patch_call"))]
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

/// The change.
#[derive(Clone, Debug, PartialEq, Eq, Hash, TaggedUnion)]
#[union(tag = "type")]
#[non_exhaustive]
pub enum ApplyPatchToolCallOperation {
    #[wire("create_file")]
    CreateFile(ApplyPatchCreateFileOperation),
    #[wire("delete_file")]
    DeleteFile(ApplyPatchDeleteFileOperation),
    #[wire("update_file")]
    UpdateFile(ApplyPatchUpdateFileOperation),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
