//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// Points to a file by its path.
#[derive(Clone, Debug, PartialEq)]
pub struct FilePath {
    /// Identifier of the file.
    pub file_id: String,
    /// Which of the files it is, counted from the first.
    pub index: i64,
}
object!(FilePath {
    "type" = "file_path",
    file_id: required("file_id"),
    index: required("index"),
});

impl FilePath {
    /// With what is required.
    pub fn new(file_id: impl Into<String>, index: i64) -> Self {
        Self {
            file_id: file_id.into(),
            index,
        }
    }
}
