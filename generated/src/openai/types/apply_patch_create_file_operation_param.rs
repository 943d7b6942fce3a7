//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// Makes a file.
    pub struct ApplyPatchCreateFileOperationParam {
        "type" = "create_file",
        /// Path of the file. At least 1 character.
        path: required(String) = "path",
        /// Content of the file as a diff. At most 10485760 characters.
        diff: required(String) = "diff",
    }
    new(path(String), diff(String))
}
