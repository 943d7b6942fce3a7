// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{ContainerFileCitationBody, FileCitationBody, FilePath, UrlCitationBody};
use apiarist_runtime::{TaggedUnion, Value};

/// A source cited in the text, discriminated by `type`.
#[derive(Clone, TaggedUnion)]
#[union(Debug, PartialEq, Eq, Hash, tag = "type")]
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
    /// A value that matches no known variant.
    Unknown(Value),
}
