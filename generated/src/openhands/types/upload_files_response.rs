// Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// What became of an upload.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct UploadFilesResponse {
    /// Where the stored files are.
    pub file_urls: Vec<String>,
    /// Files that were left out.
    pub skipped_files: Vec<String>,
}
