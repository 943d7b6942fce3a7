//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// Points to a file by its path.
    pub struct FilePath {
        "type" = "file_path",
        /// Identifier of the file.
        file_id: required(String) = "file_id",
        /// Which of the files it is, counted from the first.
        index: required(i64) = "index",
    }
    new(file_id(String), index(i64))
}
