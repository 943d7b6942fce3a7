// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{ContainerFileCitationBody, FileCitationBody, FilePath, UrlCitationBody};
use apiarist_runtime::{TaggedUnion, Value};

/// The source of a passage, told apart by `type`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, TaggedUnion)]
#[union(tag = "type")]
#[non_exhaustive]
pub enum Annotation {
    #[wire("file_citation")]
    FileCitation(FileCitationBody),
    #[wire("url_citation")]
    UrlCitation(UrlCitationBody),
    #[wire("container_file_citation")]
    ContainerFileCitation(ContainerFileCitationBody),
    #[wire("file_path")]
    FilePath(FilePath),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
