// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// A file deletion.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "delete_file"))]
pub struct ApplyPatchDeleteFileOperationParam {
    /// Path to the file. At least 1 character.
    pub path: String,
}
