//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// Deletes a file.
    pub struct ApplyPatchDeleteFileOperationParam {
        "type" = "delete_file",
        /// Path of the file. At least 1 character.
        path: required(String) = "path",
    }
    new(path(String))
}
