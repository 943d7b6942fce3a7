// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// Points to a file in a container.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "container_file_citation"))]
pub struct ContainerFileCitationBody {
    /// Identifier of the container.
    pub container_id: String,
    /// Identifier of the file.
    pub file_id: String,
    /// First character of the passage.
    pub start_index: i64,
    /// Last character of the passage.
    pub end_index: i64,
    /// Name of the file.
    pub filename: String,
}
