//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{ContainerFileCitationBody, FileCitationBody, FilePath, UrlCitationBody};
use apiarist_runtime::tagged_union;

tagged_union! {
    /// The source of a passage, told apart by `type`.
    pub enum Annotation by "type" {
        FileCitation(FileCitationBody) = "file_citation",
        UrlCitation(UrlCitationBody) = "url_citation",
        ContainerFileCitation(ContainerFileCitationBody) = "container_file_citation",
        FilePath(FilePath) = "file_path",
    }
}
