// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// A file deletion.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, is("type", "delete_file"))]
#[non_exhaustive]
pub struct ApplyPatchDeleteFileOperation {
    /// Path to the file.
    pub path: String,
}
