// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// A citation of a stored file.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "file_citation"))]
pub struct FileCitationBody {
    /// ID of the file.
    pub file_id: String,
    /// Index of the file in the list of files.
    pub index: i64,
    /// Name of the file.
    pub filename: String,
}
