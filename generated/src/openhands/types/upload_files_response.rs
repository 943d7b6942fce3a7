// Written by apiarist from specs/openhands/openapi.json. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// Result of an upload.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct UploadFilesResponse {
    /// URLs of the stored files.
    pub file_urls: Vec<String>,
    /// Files that were skipped.
    pub skipped_files: Vec<String>,
}
