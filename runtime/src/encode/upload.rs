//! Binary request bodies: bytes, a file, a reader, or a stream.

use std::{
    fmt, io,
    path::{Path, PathBuf},
    pin::Pin,
    task::{Context, Poll, ready},
    thread,
};

use bytes::Bytes;
use futures_core::Stream;
use tokio::{io::AsyncRead, sync::mpsc};

use crate::encode::request_body::{CHUNK, RequestBody, read_some};

/// A binary body from memory, a file, a reader, or a stream.
///
/// Bytes and files can be sent again when a call fails. A stream or a reader can be read only once, so a call with one
/// is never retried. If the length of a stream or reader is given, at most that many bytes are sent, and fewer bytes
/// are an error.
///
/// ```
/// # use apiarist_runtime::Upload;
/// let bytes = Upload::from("bees");
/// let file = Upload::path("recordings/hive.wav");
/// let pipe = Upload::read(tokio::io::empty());
/// let input = Upload::read_blocking(std::io::stdin());
/// ```
pub struct Upload(pub(crate) UploadSource);

pub(crate) enum UploadSource {
    Body(RequestBody),
    Path(PathBuf),
}

impl Upload {
    /// Creates a body from a file, which is read when the request is sent.
    pub fn path(path: impl Into<PathBuf>) -> Self {
        Upload(UploadSource::Path(path.into()))
    }

    /// Creates a body from a stream of unknown length. It is sent in chunks.
    pub fn stream(chunks: impl Stream<Item = io::Result<Bytes>> + Send + 'static) -> Self {
        Upload(UploadSource::Body(RequestBody::from_stream(chunks, None)))
    }

    /// Creates a body from a stream of this length in bytes.
    pub fn stream_of_length(length: u64, chunks: impl Stream<Item = io::Result<Bytes>> + Send + 'static) -> Self {
        Upload(UploadSource::Body(RequestBody::from_stream(chunks, Some(length))))
    }

    /// Creates a body from a tokio reader of unknown length.
    pub fn read(reader: impl AsyncRead + Send + 'static) -> Self {
        Upload::stream(Read(Box::pin(reader)))
    }

    /// Creates a body from a tokio reader of this length in bytes.
    pub fn read_of_length(length: u64, reader: impl AsyncRead + Send + 'static) -> Self {
        Upload::stream_of_length(length, Read(Box::pin(reader)))
    }

    /// Creates a body from a blocking reader of unknown length. It is read on its own thread, which is started when the
    /// body is sent. A read that does not return blocks only that thread, even after the call has ended. The call fails
    /// in browsers, which have no threads.
    ///
    /// ```
    /// # fn main() -> std::io::Result<()> {
    /// # use apiarist_runtime::Upload;
    ///
    /// let (reader, mut writer) = std::io::pipe()?;
    /// let body = Upload::read_blocking(reader);
    /// // client.blobs().put("bees", body).blocking().send()?;
    /// # std::io::Write::write_all(&mut writer, b"bees")
    /// # }
    /// ```
    pub fn read_blocking(reader: impl io::Read + Send + 'static) -> Self {
        Upload::stream(OnThread::new(reader))
    }

    /// Creates a body from a blocking reader of this length in bytes.
    pub fn read_blocking_of_length(length: u64, reader: impl io::Read + Send + 'static) -> Self {
        Upload::stream_of_length(length, OnThread::new(reader))
    }
}

/// Shows the source of the content, never the content itself.
impl fmt::Debug for Upload {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            UploadSource::Body(body) => formatter.debug_tuple("Upload").field(body).finish(),
            UploadSource::Path(path) => formatter.debug_tuple("Upload").field(path).finish(),
        }
    }
}

impl From<Bytes> for Upload {
    fn from(bytes: Bytes) -> Self {
        Upload(UploadSource::Body(RequestBody::from_bytes(bytes)))
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

/// A stream of the chunks of a reader.
struct Read<R>(Pin<Box<R>>);

impl<R: AsyncRead> Stream for Read<R> {
    type Item = io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let bytes = ready!(read_some(self.0.as_mut(), CHUNK, context))?;
        Poll::Ready(if bytes.is_empty() { None } else { Some(Ok(bytes)) })
    }
}

/// A stream of the chunks of a blocking reader, which is read on its own thread at most two chunks ahead.
struct OnThread {
    /// Set until the first chunk is requested.
    reader: Option<Box<dyn io::Read + Send>>,
    /// Set from the first chunk to the end.
    pieces: Option<mpsc::Receiver<io::Result<Bytes>>>,
}

impl OnThread {
    fn new(reader: impl io::Read + Send + 'static) -> Self {
        OnThread { reader: Some(Box::new(reader)), pieces: None }
    }
}

impl Stream for OnThread {
    type Item = io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if let Some(reader) = self.reader.take() {
            let (sender, receiver) = mpsc::channel(1);
            let thread = thread::Builder::new().name("apiarist-upload".into());
            thread.spawn(move || read_all(reader, &sender)).map_err(|error| {
                io::Error::new(error.kind(), format!("cannot start the thread that reads the body: {error}"))
            })?;
            self.pieces = Some(receiver);
        }
        let Some(pieces) = &mut self.pieces else { return Poll::Ready(None) };
        let piece = match ready!(pieces.poll_recv(context)) {
            Some(Ok(end)) if end.is_empty() => None,
            Some(piece) => Some(piece),
            None => Some(Err(io::Error::other("the reader panicked"))),
        };
        if !matches!(piece, Some(Ok(_))) {
            self.pieces = None;
        }
        Poll::Ready(piece)
    }
}

/// Sends the content of a reader in chunks, followed by an empty chunk.
fn read_all(mut reader: Box<dyn io::Read + Send>, pieces: &mpsc::Sender<io::Result<Bytes>>) {
    loop {
        let mut memory = vec![0; CHUNK];
        let piece = match reader.read(&mut memory) {
            Ok(length) => {
                memory.truncate(length);
                Ok(Bytes::from(memory))
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => Err(error),
        };
        let is_last = piece.as_ref().map_or(true, Bytes::is_empty);
        // Nobody takes it when the call has ended.
        if pieces.blocking_send(piece).is_err() || is_last {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{
        sync::{
            Arc,
            atomic::{AtomicUsize, Ordering},
        },
        time::Duration,
    };

    use super::*;

    /// A reader without an end that counts its reads.
    struct Endless(Arc<AtomicUsize>);

    impl io::Read for Endless {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            self.0.fetch_add(1, Ordering::SeqCst);
            Ok(buffer.len())
        }
    }

    #[tokio::test]
    async fn reader_is_read_while_sending_and_dropped_with_the_body() {
        let count = Arc::new(AtomicUsize::new(0));
        let Upload(UploadSource::Body(body)) = Upload::read_blocking(Endless(Arc::clone(&count))) else {
            panic!("a reader is a body")
        };
        assert!(body.is_one_shot() && body.length().is_none());
        let mut chunks = body.chunks();
        assert_eq!(count.load(Ordering::SeqCst), 0);
        let piece = std::future::poll_fn(|context| Pin::new(&mut chunks).poll_next(context)).await.unwrap().unwrap();
        assert_eq!(piece.len(), CHUNK);
        // At most two chunks are queued, and one has not been received yet.
        tokio::time::sleep(Duration::from_millis(20)).await;
        assert!((1..=3).contains(&count.load(Ordering::SeqCst)), "{count:?}");
        drop(chunks);
        while Arc::strong_count(&count) > 1 {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    }
}
