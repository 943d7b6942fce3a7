//! Stub for browsers, which have no files.

use std::{
    io,
    path::{Path, PathBuf},
};

/// An open file. Browsers never have one.
pub(crate) type File = tokio::io::Empty;

/// Returns the error of every operation that requires a file.
pub(crate) fn missing() -> io::Error {
    io::Error::new(io::ErrorKind::Unsupported, "files are not available on this platform")
}

/// Opens a file for reading.
pub(crate) async fn open(_path: PathBuf) -> io::Result<File> {
    Err(missing())
}

/// Returns the length of a file.
pub(crate) async fn length(path: &Path) -> Result<u64, String> {
    Err(format!("cannot read the file {}: {}", path.display(), missing()))
}
