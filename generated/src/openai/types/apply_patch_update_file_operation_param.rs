//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// Changes a file.
#[derive(Clone, Debug, PartialEq)]
pub struct ApplyPatchUpdateFileOperationParam {
    /// Path of the file.
    ///
    /// At least 1 character.
    pub path: String,
    /// The change as a diff.
    ///
    /// At most 10485760 characters.
    pub diff: String,
}
object!(ApplyPatchUpdateFileOperationParam {
    "type" = "update_file",
    path: required("path"),
    diff: required("diff"),
});

impl ApplyPatchUpdateFileOperationParam {
    /// With what is required.
    pub fn new(path: impl Into<String>, diff: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            diff: diff.into(),
        }
    }
}
