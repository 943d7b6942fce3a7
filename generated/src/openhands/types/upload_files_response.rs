//! Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// What became of an upload.
    pub struct UploadFilesResponse {
        /// Where the stored files are.
        file_urls: required(Vec<String>) = "file_urls",
        /// Files that were left out.
        skipped_files: required(Vec<String>) = "skipped_files",
    }
}
