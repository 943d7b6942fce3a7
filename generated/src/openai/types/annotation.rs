//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{ContainerFileCitationBody, FileCitationBody, FilePath, UrlCitationBody};
use apiarist_runtime::{Value, tagged_union};

/// The source of a passage, told apart by `type`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Annotation {
    FileCitation(FileCitationBody),
    UrlCitation(UrlCitationBody),
    ContainerFileCitation(ContainerFileCitationBody),
    FilePath(FilePath),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
tagged_union!(Annotation by "type" {
    FileCitation: "file_citation",
    UrlCitation: "url_citation",
    ContainerFileCitation: "container_file_citation",
    FilePath: "file_path",
});
