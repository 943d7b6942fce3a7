//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Value, object, union};
use std::collections::BTreeMap;

/// A file.
#[derive(Clone, Debug, PartialEq)]
pub struct FilePartType {
    /// The file, either as content or as address.
    pub file: FilePartTypeFile,
    /// Values of the caller.
    pub metadata: Option<BTreeMap<String, Value>>,
}
object!(FilePartType {
    "kind" = "file",
    file: required("file"),
    metadata: optional("metadata"),
});

impl FilePartType {
    /// With what is required.
    pub fn new(file: FilePartTypeFile) -> Self {
        Self {
            file,
            metadata: None,
        }
    }

    pub fn metadata(mut self, metadata: BTreeMap<String, Value>) -> Self {
        self.metadata = Some(metadata);
        self
    }
}

/// The file, either as content or as address.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum FilePartTypeFile {
    /// A file as content.
    Bytes(FilePartTypeFileBytes),
    /// A file as address.
    Uri(FilePartTypeFileUri),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
union!(FilePartTypeFile {
    Bytes: object("bytes"),
    Uri: object("uri"),
});

/// A file as content.
#[derive(Clone, Debug, PartialEq)]
pub struct FilePartTypeFileBytes {
    /// Content in base64.
    ///
    /// At least 1 character.
    pub bytes: String,
    /// Media type.
    pub mime_type: Option<String>,
    /// Name of the file.
    pub name: Option<String>,
}
object!(FilePartTypeFileBytes {
    bytes: required("bytes"),
    mime_type: optional("mimeType"),
    name: optional("name"),
});

impl FilePartTypeFileBytes {
    /// With what is required.
    pub fn new(bytes: impl Into<String>) -> Self {
        Self {
            bytes: bytes.into(),
            mime_type: None,
            name: None,
        }
    }

    pub fn mime_type(mut self, mime_type: impl Into<String>) -> Self {
        self.mime_type = Some(mime_type.into());
        self
    }

    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
}

/// A file as address.
#[derive(Clone, Debug, PartialEq)]
pub struct FilePartTypeFileUri {
    /// Where the file is.
    pub uri: String,
    /// Media type.
    pub mime_type: Option<String>,
    /// Name of the file.
    pub name: Option<String>,
}
object!(FilePartTypeFileUri {
    uri: required("uri"),
    mime_type: optional("mimeType"),
    name: optional("name"),
});

impl FilePartTypeFileUri {
    /// With what is required.
    pub fn new(uri: impl Into<String>) -> Self {
        Self {
            uri: uri.into(),
            mime_type: None,
            name: None,
        }
    }

    pub fn mime_type(mut self, mime_type: impl Into<String>) -> Self {
        self.mime_type = Some(mime_type.into());
        self
    }

    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
}
