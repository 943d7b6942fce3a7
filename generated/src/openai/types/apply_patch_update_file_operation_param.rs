// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// A file update.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "update_file"))]
pub struct ApplyPatchUpdateFileOperationParam {
    /// Path to the file. At least 1 character.
    pub path: String,
    /// The change, as a diff. At most 10485760 characters.
    pub diff: String,
}
