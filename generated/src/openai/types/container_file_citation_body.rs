//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// Points to a file in a container.
    pub struct ContainerFileCitationBody {
        "type" = "container_file_citation",
        /// Identifier of the container.
        container_id: required(String) = "container_id",
        /// Identifier of the file.
        file_id: required(String) = "file_id",
        /// First character of the passage.
        start_index: required(i64) = "start_index",
        /// Last character of the passage.
        end_index: required(i64) = "end_index",
        /// Name of the file.
        filename: required(String) = "filename",
    }
    new(container_id(String), file_id(String), start_index(i64), end_index(i64), filename(String))
}
