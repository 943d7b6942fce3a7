//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// Points to a stored file.
#[derive(Clone, Debug, PartialEq)]
pub struct FileCitationBody {
    /// Identifier of the file.
    pub file_id: String,
    /// Which of the files it is, counted from the first.
    pub index: i64,
    /// Name of the file.
    pub filename: String,
}
object!(FileCitationBody {
    "type" = "file_citation",
    file_id: required("file_id"),
    index: required("index"),
    filename: required("filename"),
});

impl FileCitationBody {
    /// With what is required.
    pub fn new(file_id: impl Into<String>, index: i64, filename: impl Into<String>) -> Self {
        Self {
            file_id: file_id.into(),
            index,
            filename: filename.into(),
        }
    }
}
