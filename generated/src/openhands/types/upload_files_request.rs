//! Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{FilePart, multipart};

multipart! {
    /// The form of an upload.
    pub struct UploadFilesRequest {
        /// The files.
        files: required(Vec<FilePart>) as files = "files",
    }
    new(files(Vec<FilePart>))
}
