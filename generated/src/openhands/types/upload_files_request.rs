// Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{FilePart, Multipart};

/// The form of an upload.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Multipart)]
#[object(new)]
pub struct UploadFilesRequest {
    /// The files.
    #[part(files)]
    pub files: Vec<FilePart>,
}
