//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// Changes a file.
    pub struct ApplyPatchUpdateFileOperationParam {
        "type" = "update_file",
        /// Path of the file. At least 1 character.
        path: required(String) = "path",
        /// The change as a diff. At most 10485760 characters.
        diff: required(String) = "diff",
    }
    new(path(String), diff(String))
}
