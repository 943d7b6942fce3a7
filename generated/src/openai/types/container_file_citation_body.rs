// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// A citation of a file in a container.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "container_file_citation"))]
pub struct ContainerFileCitationBody {
    /// ID of the container.
    pub container_id: String,
    /// ID of the file.
    pub file_id: String,
    /// Index of the first character of the citation.
    pub start_index: i64,
    /// Index of the last character of the citation.
    pub end_index: i64,
    /// Name of the file.
    pub filename: String,
}
