//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// Points to a file in a container.
#[derive(Clone, Debug, PartialEq)]
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
object!(ContainerFileCitationBody {
    "type" = "container_file_citation",
    container_id: required("container_id"),
    file_id: required("file_id"),
    start_index: required("start_index"),
    end_index: required("end_index"),
    filename: required("filename"),
});

impl ContainerFileCitationBody {
    /// With what is required.
    pub fn new(
        container_id: impl Into<String>,
        file_id: impl Into<String>,
        start_index: i64,
        end_index: i64,
        filename: impl Into<String>,
    ) -> Self {
        Self {
            container_id: container_id.into(),
            file_id: file_id.into(),
            start_index,
            end_index,
            filename: filename.into(),
        }
    }
}
