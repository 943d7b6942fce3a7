//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{
    ApplyPatchCreateFileOperationParam, ApplyPatchDeleteFileOperationParam,
    ApplyPatchUpdateFileOperationParam,
};
use apiarist_runtime::tagged_union;

tagged_union! {
    /// A change of a file, told apart by `type`.
    pub enum ApplyPatchOperationParam by "type" {
        CreateFile(ApplyPatchCreateFileOperationParam) = "create_file",
        DeleteFile(ApplyPatchDeleteFileOperationParam) = "delete_file",
        UpdateFile(ApplyPatchUpdateFileOperationParam) = "update_file",
    }
}
