// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// Deletes a file.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "delete_file"))]
pub struct ApplyPatchDeleteFileOperationParam {
    /// Path of the file. At least 1 character.
    pub path: String,
}
