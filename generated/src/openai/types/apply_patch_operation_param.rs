//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{
    ApplyPatchCreateFileOperationParam, ApplyPatchDeleteFileOperationParam,
    ApplyPatchUpdateFileOperationParam,
};
use apiarist_runtime::{Value, tagged_union};

/// A change of a file, told apart by `type`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ApplyPatchOperationParam {
    CreateFile(ApplyPatchCreateFileOperationParam),
    DeleteFile(ApplyPatchDeleteFileOperationParam),
    UpdateFile(ApplyPatchUpdateFileOperationParam),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
tagged_union!(ApplyPatchOperationParam by "type" {
    CreateFile: "create_file",
    DeleteFile: "delete_file",
    UpdateFile: "update_file",
});
