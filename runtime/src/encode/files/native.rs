//! The files of an operating system.

use std::{
    io,
    path::{Path, PathBuf},
};

use tokio::fs;

/// A file that is open.
pub(crate) type File = fs::File;

/// Opens a file to be read.
pub(crate) async fn open(path: PathBuf) -> io::Result<File> {
    File::open(path).await
}

/// The length of a file.
///
/// # Errors
/// A sentence, when there is no such file.
pub(crate) async fn length(path: &Path) -> Result<u64, String> {
    let metadata =
        fs::metadata(path).await.map_err(|error| format!("the file {} cannot be read: {error}", path.display()))?;
    if metadata.is_file() { Ok(metadata.len()) } else { Err(format!("{} is not a file", path.display())) }
}
