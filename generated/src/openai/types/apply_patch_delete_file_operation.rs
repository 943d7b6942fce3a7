// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// Deletes a file.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(is("type", "delete_file"))]
#[non_exhaustive]
pub struct ApplyPatchDeleteFileOperation {
    /// Path of the file.
    pub path: String,
}
