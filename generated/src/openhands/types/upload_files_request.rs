// Written by apiarist from specs/openhands/openapi.json. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::{FilePart, Multipart};

/// Form for uploading files.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Multipart)]
#[object(new)]
pub struct UploadFilesRequest {
    /// The files to upload.
    #[part(files)]
    pub files: Vec<FilePart>,
}
