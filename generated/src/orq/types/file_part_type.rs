// Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Object, Union, Value};
use std::collections::BTreeMap;

/// A file.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("kind", "file"))]
pub struct FilePartType {
    /// The file, either as content or as address.
    pub file: FilePartTypeFile,
    /// Values of the caller.
    pub metadata: Option<BTreeMap<String, Value>>,
}

/// The file, either as content or as address.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Union)]
#[non_exhaustive]
pub enum FilePartTypeFile {
    /// A file as content.
    #[shape(object, has("bytes"))]
    Bytes(FilePartTypeFileBytes),
    /// A file as address.
    #[shape(object, has("uri"))]
    Uri(FilePartTypeFileUri),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}

/// A file as content.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new)]
pub struct FilePartTypeFileBytes {
    /// Content in base64. At least 1 character.
    pub bytes: String,
    /// Media type.
    #[wire("mimeType")]
    pub mime_type: Option<String>,
    /// Name of the file.
    pub name: Option<String>,
}

/// A file as address.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new)]
pub struct FilePartTypeFileUri {
    /// Where the file is.
    pub uri: String,
    /// Media type.
    #[wire("mimeType")]
    pub mime_type: Option<String>,
    /// Name of the file.
    pub name: Option<String>,
}
