//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// Makes a file.
    pub struct ApplyPatchCreateFileOperation {
        "type" = "create_file",
        /// Path of the file.
        path: required(String) = "path",
        /// Content of the file as a diff.
        diff: required(String) = "diff",
    }
}
