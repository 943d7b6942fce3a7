//! Response bodies received in chunks, without async.

use std::{
    io::{self, Read},
    path::Path,
};

use bytes::{Buf as _, Bytes};

use super::{Blocking, driver::wait};
use crate::{download::Download, error::Error};

/// The body of a response as an iterator over its chunks, and as a reader.
///
/// ```
/// # use apiarist_runtime::blocking::BlockingDownload;
/// fn copy(mut download: BlockingDownload, mut file: std::fs::File) -> std::io::Result<u64> {
///     std::io::copy(&mut download, &mut file)
/// }
/// ```
#[derive(Debug)]
pub struct BlockingDownload {
    pieces: Blocking<Download>,
    operation: &'static str,
    /// Bytes that have been received but not read.
    rest: Bytes,
}

impl BlockingDownload {
    pub(super) fn new(operation: &'static str, download: Download) -> Self {
        BlockingDownload { pieces: Blocking::new(operation, download), operation, rest: Bytes::new() }
    }

    /// Returns the total number of bytes, or `None` if the server did not send it.
    pub fn total(&self) -> Option<u64> {
        self.pieces.get_ref().and_then(Download::total)
    }

    /// Saves the remaining body as a file and returns the length of the whole body. The file is created when the body
    /// is complete, and replaces an existing file. Until then, the name has the suffix `.part`.
    ///
    /// # Errors
    /// Returns an error if the connection fails or the file cannot be written.
    pub fn save_to(self, path: impl AsRef<Path>) -> Result<u64, Error> {
        match self.pieces.into_inner() {
            Some(download) => wait(self.operation, download.put_back(self.rest).save_to(path))
                .unwrap_or_else(|failure| Err(Error::new(failure, None))),
            None => Ok(0),
        }
    }
}

impl Iterator for BlockingDownload {
    type Item = Result<Bytes, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() { self.pieces.next() } else { Some(Ok(std::mem::take(&mut self.rest))) }
    }
}

impl Read for BlockingDownload {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.rest.is_empty() {
            match self.pieces.next() {
                Some(piece) => self.rest = piece.map_err(io::Error::other)?,
                None => return Ok(0),
            }
        }
        let length = buffer.len().min(self.rest.len());
        self.rest.copy_to_slice(buffer.get_mut(..length).unwrap_or_default());
        Ok(length)
    }
}
