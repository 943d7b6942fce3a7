//! Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{FilePart, multipart};

#[derive(Clone, Debug, PartialEq)]
pub struct UploadFilesRequest {
    /// The files.
    pub files: Vec<FilePart>,
}
multipart!(UploadFilesRequest {
    files: files("files"),
});

impl UploadFilesRequest {
    /// With what is required.
    pub fn new(files: impl Into<Vec<FilePart>>) -> Self {
        Self {
            files: files.into(),
        }
    }
}
