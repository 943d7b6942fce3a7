// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// Points to a file by its path.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "file_path"))]
pub struct FilePath {
    /// Identifier of the file.
    pub file_id: String,
    /// Which of the files it is, counted from the first.
    pub index: i64,
}
