//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// Deletes a file.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ApplyPatchDeleteFileOperation {
    /// Path of the file.
    pub path: String,
}
object!(ApplyPatchDeleteFileOperation {
    "type" = "delete_file",
    path: required("path"),
});
