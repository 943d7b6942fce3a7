// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// A file creation.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, is("type", "create_file"))]
#[non_exhaustive]
pub struct ApplyPatchCreateFileOperation {
    /// Path to the file.
    pub path: String,
    /// Content of the file, as a diff.
    pub diff: String,
}
