// Written by apiarist from specs/orq/openapi.json. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::{Object, Union, Value};
use std::collections::BTreeMap;

/// A file part.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("kind", "file"))]
pub struct FilePartType {
    /// The file, as either content or a URI.
    pub file: FilePartTypeFile,
    /// Custom metadata.
    pub metadata: Option<BTreeMap<String, Value>>,
}

/// The file, as either content or a URI.
#[derive(Clone, Union)]
#[union(Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FilePartTypeFile {
    /// A file with inline content.
    #[shape(object, has("bytes"))]
    Bytes(FilePartTypeFileBytes),
    /// A file referenced by a URI.
    #[shape(object, has("uri"))]
    Uri(FilePartTypeFileUri),
    /// A value that matches no known variant.
    Unknown(Value),
}

/// A file with inline content.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new)]
pub struct FilePartTypeFileBytes {
    /// Content, encoded in base64. At least 1 character.
    pub bytes: String,
    /// Media type.
    #[wire("mimeType")]
    pub mime_type: Option<String>,
    /// Name of the file.
    pub name: Option<String>,
}

/// A file referenced by a URI.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new)]
pub struct FilePartTypeFileUri {
    /// URI of the file.
    pub uri: String,
    /// Media type.
    #[wire("mimeType")]
    pub mime_type: Option<String>,
    /// Name of the file.
    pub name: Option<String>,
}
