//! Request bodies that can be read again for every attempt.

use std::{
    error, fmt, io,
    path::PathBuf,
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
    task::{Context, Poll, ready},
    vec,
};

use crate::{
    box_future::BoxFuture,
    encode::files::{self, File},
};
use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use tokio::io::{AsyncRead, ReadBuf};

/// The number of bytes of a file or a reader that are read at once.
pub(crate) const CHUNK: usize = 64 * 1024;

/// The body of a request. It can be read any number of times, because a call may be sent more than once. Only a stream
/// can be read once, by whichever clone of the body is read first.
#[derive(Clone, Default)]
pub struct RequestBody {
    pieces: Vec<Piece>,
}

#[derive(Clone)]
enum Piece {
    Bytes(Bytes),
    File(PathBuf, u64),
    Stream(OneShot, Option<u64>),
}

type ByteStream = Pin<Box<dyn Stream<Item = io::Result<Bytes>> + Send>>;

/// A stream that is taken by the first reader.
type OneShot = Arc<Mutex<Option<ByteStream>>>;

impl RequestBody {
    /// Creates a body from bytes.
    pub fn from_bytes(bytes: impl Into<Bytes>) -> Self {
        RequestBody { pieces: vec![Piece::Bytes(bytes.into())] }
    }

    /// Creates a body from a stream.
    pub(crate) fn from_stream(
        chunks: impl Stream<Item = io::Result<Bytes>> + Send + 'static,
        length: Option<u64>,
    ) -> Self {
        RequestBody { pieces: vec![Piece::Stream(Arc::new(Mutex::new(Some(Box::pin(chunks)))), length)] }
    }

    /// Returns `true` if the body can be read only once.
    pub fn is_one_shot(&self) -> bool {
        self.pieces.iter().any(|piece| matches!(piece, Piece::Stream(..)))
    }

    pub(crate) fn push_bytes(&mut self, bytes: impl Into<Bytes>) {
        self.pieces.push(Piece::Bytes(bytes.into()));
    }

    pub(crate) fn push_file(&mut self, path: PathBuf, length: u64) {
        self.pieces.push(Piece::File(path, length));
    }

    /// Returns `true` if there is no body. An empty body is still a body.
    pub fn is_none(&self) -> bool {
        self.pieces.is_empty()
    }

    /// Returns the length in bytes, or `None` if the body contains a stream of unknown length. Files count with their
    /// length at the time of the call.
    pub fn length(&self) -> Option<u64> {
        self.pieces
            .iter()
            .map(|piece| match piece {
                Piece::Bytes(bytes) => Some(bytes.len() as u64),
                Piece::File(_, length) => Some(*length),
                Piece::Stream(_, length) => *length,
            })
            .sum()
    }

    /// Returns the bytes, or `None` if they are not contiguous in memory. They are empty if there is no body.
    pub fn as_bytes(&self) -> Option<Bytes> {
        match self.pieces.as_slice() {
            [] => Some(Bytes::new()),
            [Piece::Bytes(bytes)] => Some(bytes.clone()),
            _ => None,
        }
    }

    /// Returns the body in chunks; files are read as they are reached.
    pub fn chunks(&self) -> Chunks {
        Chunks { pieces: self.pieces.clone().into_iter(), reading: Reading::Nothing }
    }

    /// Reads the whole body, including files, into memory.
    ///
    /// # Errors
    /// Returns an error if a file cannot be read.
    pub async fn read(&self) -> io::Result<Bytes> {
        let mut all = BytesMut::new();
        let mut chunks = self.chunks();
        while let Some(chunk) = std::future::poll_fn(|context| Pin::new(&mut chunks).poll_next(context)).await {
            all.extend_from_slice(&chunk?);
        }
        Ok(all.freeze())
    }
}

/// Shows the length, never the content.
impl fmt::Debug for RequestBody {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("RequestBody").field("length", &self.length()).finish_non_exhaustive()
    }
}

/// A stream of the chunks of a request body.
pub struct Chunks {
    pieces: vec::IntoIter<Piece>,
    reading: Reading,
}

enum Reading {
    Nothing,
    Opening(BoxFuture<'static, io::Result<File>>, u64),
    /// A file and the number of bytes still to be sent; the file may have grown since its length was announced.
    Open(Pin<Box<File>>, u64),
    /// A stream and the number of bytes still expected, if its length was announced.
    Streaming(ByteStream, Option<u64>),
}

impl Stream for Chunks {
    type Item = io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<io::Result<Bytes>>> {
        let chunks = &mut *self;
        loop {
            match &mut chunks.reading {
                Reading::Nothing | Reading::Open(_, 0) | Reading::Streaming(_, Some(0)) => match chunks.pieces.next() {
                    None => return Poll::Ready(None),
                    Some(Piece::Bytes(bytes)) => {
                        chunks.reading = Reading::Nothing;
                        return Poll::Ready(Some(Ok(bytes)));
                    }
                    Some(Piece::File(path, length)) => {
                        chunks.reading = Reading::Opening(Box::pin(files::open(path)), length)
                    }
                    Some(Piece::Stream(stream, length)) => {
                        match stream.lock().unwrap_or_else(PoisonError::into_inner).take() {
                            Some(stream) => chunks.reading = Reading::Streaming(stream, length),
                            None => {
                                let error = io::Error::other("the stream has already been read");
                                return Poll::Ready(Some(Err(chunks.stop(error))));
                            }
                        }
                    }
                },
                Reading::Opening(opening, length) => {
                    let (opened, length) = (ready!(opening.as_mut().poll(context)), *length);
                    match opened {
                        Ok(file) => chunks.reading = Reading::Open(Box::pin(file), length),
                        Err(error) => return Poll::Ready(Some(Err(chunks.stop(error)))),
                    }
                }
                Reading::Open(file, left) => {
                    let most = usize::try_from(*left).unwrap_or(usize::MAX);
                    return Poll::Ready(Some(match ready!(read_some(file.as_mut(), most, context)) {
                        Ok(bytes) if bytes.is_empty() => Err(chunks.stop(io::Error::new(
                            io::ErrorKind::UnexpectedEof,
                            "a file was truncated while it was sent",
                        ))),
                        Ok(bytes) => {
                            *left -= bytes.len() as u64;
                            Ok(bytes)
                        }
                        Err(error) => Err(chunks.stop(error)),
                    }));
                }
                Reading::Streaming(stream, left) => match ready!(stream.as_mut().poll_next(context)) {
                    Some(Ok(bytes)) => return Poll::Ready(Some(Ok(first(bytes, left)))),
                    Some(Err(error)) => return Poll::Ready(Some(Err(chunks.stop(error)))),
                    None => match left {
                        None => chunks.reading = Reading::Nothing,
                        Some(left) => {
                            let message = format!("the stream ended {left} bytes before its declared length");
                            let error = io::Error::new(io::ErrorKind::UnexpectedEof, message);
                            return Poll::Ready(Some(Err(chunks.stop(error))));
                        }
                    },
                },
            }
        }
    }
}

/// Truncates a chunk to the number of bytes still expected.
fn first(mut piece: Bytes, left: &mut Option<u64>) -> Bytes {
    if let Some(left) = left {
        piece.truncate(usize::try_from(*left).unwrap_or(usize::MAX));
        *left -= piece.len() as u64;
    }
    piece
}

impl Chunks {
    /// Ends the stream after an error.
    fn stop(&mut self, error: io::Error) -> io::Error {
        self.pieces = Vec::new().into_iter();
        self.reading = Reading::Nothing;
        io::Error::new(error.kind(), UnreadableBody(error))
    }
}

/// The reason that a body could not be read while it was sent. Transports preserve it as a cause of their errors.
#[derive(Debug)]
pub(crate) struct UnreadableBody(io::Error);

impl UnreadableBody {
    /// Returns the reason that the body could not be read, if it is among the causes of an error.
    pub(crate) fn among(error: &(dyn error::Error + 'static)) -> Option<io::Error> {
        let mut cause = Some(error);
        while let Some(error) = cause {
            // The inner error of an I/O error is not its source.
            let inner = error.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
            if let Some(UnreadableBody(error)) = inner.and_then(|inner| inner.downcast_ref()) {
                let of_system = error.raw_os_error().map(io::Error::from_raw_os_error);
                return Some(of_system.unwrap_or_else(|| io::Error::new(error.kind(), error.to_string())));
            }
            cause = error.source();
        }
        None
    }
}

impl fmt::Display for UnreadableBody {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("cannot read the request body")
    }
}

impl error::Error for UnreadableBody {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        Some(&self.0)
    }
}

/// Reads at most this many bytes. Returns an empty chunk at the end.
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
