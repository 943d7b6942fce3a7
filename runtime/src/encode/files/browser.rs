//! There are no files in a browser.

use std::{
    io,
    path::{Path, PathBuf},
};

/// A file that is open; there are none.
pub(crate) type File = tokio::io::Empty;

/// The error of everything that needs a file.
pub(crate) fn missing() -> io::Error {
    io::Error::new(io::ErrorKind::Unsupported, "there are no files on this platform")
}

/// Opens a file to be read.
pub(crate) async fn open(_path: PathBuf) -> io::Result<File> {
    Err(missing())
}

/// The length of a file.
pub(crate) async fn length(path: &Path) -> Result<u64, String> {
    Err(format!("the file {} cannot be read: {}", path.display(), missing()))
}
