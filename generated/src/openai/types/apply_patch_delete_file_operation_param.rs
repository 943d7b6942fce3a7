//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// Deletes a file.
#[derive(Clone, Debug, PartialEq)]
pub struct ApplyPatchDeleteFileOperationParam {
    /// Path of the file.
    ///
    /// At least 1 character.
    pub path: String,
}
object!(ApplyPatchDeleteFileOperationParam {
    "type" = "delete_file",
    path: required("path"),
});

impl ApplyPatchDeleteFileOperationParam {
    /// With what is required.
    pub fn new(path: impl Into<String>) -> Self {
        Self { path: path.into() }
    }
}
