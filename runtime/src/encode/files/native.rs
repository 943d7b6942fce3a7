//! The files of an operating system.

use std::{
    io,
    path::{Path, PathBuf},
};

use tokio::{fs, io::AsyncWriteExt as _};

use crate::{download::Download, error::Error};

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

/// Saves a download as a file, and says how long it is.
pub(crate) async fn save(mut download: Download, path: &Path) -> Result<u64, Error> {
    let mut name = path.as_os_str().to_owned();
    name.push(".part");
    let part = PathBuf::from(name);
    let saved = match save_part(&mut download, &part).await {
        Ok(()) => fs::rename(&part, path).await.map_err(|error| download.unwritable(path, error)),
        Err(error) => Err(error),
    };
    if saved.is_err() {
        // The first error says more than one of tidying up.
        drop(fs::remove_file(&part).await);
    }
    saved.map(|()| download.received())
}

async fn save_part(download: &mut Download, part: &Path) -> Result<(), Error> {
    let mut file = File::create(part).await.map_err(|error| download.unwritable(part, error))?;
    while let Some(piece) = download.next().await {
        file.write_all(&piece?).await.map_err(|error| download.unwritable(part, error))?;
    }
    file.flush().await.map_err(|error| download.unwritable(part, error))
}
