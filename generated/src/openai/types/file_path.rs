// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// A reference to a file by path.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "file_path"))]
pub struct FilePath {
    /// ID of the file.
    pub file_id: String,
    /// Index of the file in the list of files.
    pub index: i64,
}
