//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// Makes a file.
#[derive(Clone, Debug, PartialEq)]
pub struct ApplyPatchCreateFileOperationParam {
    /// Path of the file.
    ///
    /// At least 1 character.
    pub path: String,
    /// Content of the file as a diff.
    ///
    /// At most 10485760 characters.
    pub diff: String,
}
object!(ApplyPatchCreateFileOperationParam {
    "type" = "create_file",
    path: required("path"),
    diff: required("diff"),
});

impl ApplyPatchCreateFileOperationParam {
    /// With what is required.
    pub fn new(path: impl Into<String>, diff: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            diff: diff.into(),
        }
    }
}
