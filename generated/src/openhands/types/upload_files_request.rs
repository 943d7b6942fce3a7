//! Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{FilePart, list, multipart};

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
    pub fn new(files: impl IntoIterator<Item: Into<FilePart>>) -> Self {
        Self { files: list(files) }
    }
}
