//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// Changes a file.
    pub struct ApplyPatchUpdateFileOperation {
        "type" = "update_file",
        /// Path of the file.
        path: required(String) = "path",
        /// The change as a diff.
        diff: required(String) = "diff",
    }
}
