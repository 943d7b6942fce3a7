//! Access to the files of the operating system.

use std::{
    io,
    path::{Path, PathBuf},
};

use tokio::fs;

/// An open file.
pub(crate) type File = fs::File;

/// Opens a file for reading.
pub(crate) async fn open(path: PathBuf) -> io::Result<File> {
    File::open(path).await
}

/// Returns the length of a file.
///
/// # Errors
/// Returns a message if the file cannot be found.
pub(crate) async fn length(path: &Path) -> Result<u64, String> {
    let metadata =
        fs::metadata(path).await.map_err(|error| format!("cannot read the file {}: {error}", path.display()))?;
    if metadata.is_file() { Ok(metadata.len()) } else { Err(format!("{} is not a file", path.display())) }
}
