// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// A file creation.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "create_file"))]
pub struct ApplyPatchCreateFileOperationParam {
    /// Path to the file. At least 1 character.
    pub path: String,
    /// Content of the file, as a diff. At most 10485760 characters.
    pub diff: String,
}
