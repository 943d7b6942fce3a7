// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// A file update.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, is("type", "update_file"))]
#[non_exhaustive]
pub struct ApplyPatchUpdateFileOperation {
    /// Path to the file.
    pub path: String,
    /// The change, as a diff.
    pub diff: String,
}
