//! Bodies that are sent as they are: bytes, a file, or a stream.

use std::{
    fmt, io,
    path::{Path, PathBuf},
    pin::Pin,
    task::{Context, Poll, ready},
};

use bytes::Bytes;
use futures_core::Stream;
use tokio::io::{AsyncRead, ReadBuf};

use crate::body::RequestBody;

const CHUNK: usize = 64 * 1024;

/// A body of bytes, from memory, from a file, or from a stream.
///
/// Bytes and files can be sent again when a call fails. A stream can be read only once, so that a call with one is
/// never retried.
///
/// ```
/// use apiarist_runtime::Upload;
///
/// let bytes = Upload::from("bees");
/// let file = Upload::path("recordings/hive.wav");
/// let pipe = Upload::read(tokio::io::empty());
/// ```
pub struct Upload(pub(crate) Content);

pub(crate) enum Content {
    Body(RequestBody),
    Path(PathBuf),
}

impl Upload {
    /// The content of a file, read when the call is sent.
    pub fn path(path: impl Into<PathBuf>) -> Self {
        Upload(Content::Path(path.into()))
    }

    /// What a stream gives, of unknown length: it is sent in chunks.
    pub fn stream(chunks: impl Stream<Item = io::Result<Bytes>> + Send + 'static) -> Self {
        Upload(Content::Body(RequestBody::from_stream(chunks, None)))
    }

    /// What a stream gives, which is so many bytes.
    pub fn stream_of_length(length: u64, chunks: impl Stream<Item = io::Result<Bytes>> + Send + 'static) -> Self {
        Upload(Content::Body(RequestBody::from_stream(chunks, Some(length))))
    }

    /// What a reader gives, of unknown length.
    pub fn read(reader: impl AsyncRead + Send + 'static) -> Self {
        Upload::stream(Read(Box::pin(reader)))
    }

    /// What a reader gives, which is so many bytes.
    pub fn read_of_length(length: u64, reader: impl AsyncRead + Send + 'static) -> Self {
        Upload::stream_of_length(length, Read(Box::pin(reader)))
    }
}

/// Shows where the content comes from, never the content.
impl fmt::Debug for Upload {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Content::Body(body) => formatter.debug_tuple("Upload").field(body).finish(),
            Content::Path(path) => formatter.debug_tuple("Upload").field(path).finish(),
        }
    }
}

impl From<Bytes> for Upload {
    fn from(bytes: Bytes) -> Self {
        Upload(Content::Body(RequestBody::from_bytes(bytes)))
    }
}

macro_rules! from_bytes {
    ($($type:ty),*) => {
        $(impl From<$type> for Upload {
            fn from(bytes: $type) -> Self {
                Upload::from(Bytes::from(bytes))
            }
        })*
    };
}
from_bytes!(Vec<u8>, String, &'static [u8], &'static str);

impl<const LENGTH: usize> From<&'static [u8; LENGTH]> for Upload {
    fn from(bytes: &'static [u8; LENGTH]) -> Self {
        Upload::from(Bytes::from_static(bytes))
    }
}

impl From<PathBuf> for Upload {
    fn from(path: PathBuf) -> Self {
        Upload::path(path)
    }
}

impl From<&Path> for Upload {
    fn from(path: &Path) -> Self {
        Upload::path(path)
    }
}

/// What a reader gives, chunk by chunk.
struct Read<R>(Pin<Box<R>>);

impl<R: AsyncRead> Stream for Read<R> {
    type Item = io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let bytes = ready!(read_some(self.0.as_mut(), CHUNK, context))?;
        Poll::Ready(if bytes.is_empty() { None } else { Some(Ok(bytes)) })
    }
}

/// Reads at most so many bytes; none at the end.
pub(crate) fn read_some<R: AsyncRead>(
    reader: Pin<&mut R>,
    most: usize,
    context: &mut Context<'_>,
) -> Poll<io::Result<Bytes>> {
    let mut memory = vec![0; CHUNK.min(most)];
    let mut buffer = ReadBuf::new(&mut memory);
    ready!(reader.poll_read(context, &mut buffer))?;
    let length = buffer.filled().len();
    memory.truncate(length);
    Poll::Ready(Ok(memory.into()))
}
