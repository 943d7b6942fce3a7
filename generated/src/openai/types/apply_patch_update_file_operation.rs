// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// Changes a file.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(is("type", "update_file"))]
#[non_exhaustive]
pub struct ApplyPatchUpdateFileOperation {
    /// Path of the file.
    pub path: String,
    /// The change as a diff.
    pub diff: String,
}
