//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Value, object, union};
use std::collections::BTreeMap;

object! {
    /// A file.
    pub struct FilePartType {
        "kind" = "file",
        /// The file, either as content or as address.
        file: required(FilePartTypeFile) = "file",
        /// Values of the caller.
        metadata: optional(BTreeMap<String, Value>) = "metadata",
    }
    new(file(FilePartTypeFile))
}

union! {
    /// The file, either as content or as address.
    pub enum FilePartTypeFile {
        /// A file as content.
        Bytes(FilePartTypeFileBytes) = object("bytes"),
        /// A file as address.
        Uri(FilePartTypeFileUri) = object("uri"),
    }
}

object! {
    /// A file as content.
    pub struct FilePartTypeFileBytes {
        /// Content in base64. At least 1 character.
        bytes: required(String) = "bytes",
        /// Media type.
        mime_type: optional(String) = "mimeType",
        /// Name of the file.
        name: optional(String) = "name",
    }
    new(bytes(String))
}

object! {
    /// A file as address.
    pub struct FilePartTypeFileUri {
        /// Where the file is.
        uri: required(String) = "uri",
        /// Media type.
        mime_type: optional(String) = "mimeType",
        /// Name of the file.
        name: optional(String) = "name",
    }
    new(uri(String))
}
