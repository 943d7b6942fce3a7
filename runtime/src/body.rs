//! Request bodies: a recipe that can be followed again for every attempt.

use std::{
    fmt, io,
    path::PathBuf,
    pin::Pin,
    task::{Context, Poll, ready},
    vec,
};

use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use tokio::{
    fs::File,
    io::{AsyncRead, ReadBuf},
};

use crate::transport::BoxFuture;

/// The body of a request. It can be read any number of times, since a call may be sent more than once.
#[derive(Clone, Default)]
pub struct RequestBody {
    pieces: Vec<Piece>,
}

#[derive(Clone)]
enum Piece {
    Bytes(Bytes),
    File(PathBuf, u64),
}

impl RequestBody {
    /// A body made of these bytes.
    pub fn from_bytes(bytes: impl Into<Bytes>) -> Self {
        RequestBody { pieces: vec![Piece::Bytes(bytes.into())] }
    }

    pub(crate) fn push_bytes(&mut self, bytes: impl Into<Bytes>) {
        self.pieces.push(Piece::Bytes(bytes.into()));
    }

    pub(crate) fn push_file(&mut self, path: PathBuf, length: u64) {
        self.pieces.push(Piece::File(path, length));
    }

    /// Whether there is no body at all (an empty one is a body).
    pub fn is_none(&self) -> bool {
        self.pieces.is_empty()
    }

    /// How many bytes there are. Files count with the length they had when the call was made.
    pub fn length(&self) -> u64 {
        self.pieces
            .iter()
            .map(|piece| if let Piece::File(_, length) = piece { *length } else { piece_bytes(piece).len() as u64 })
            .sum()
    }

    /// The bytes, when they are in memory in one piece; empty when there is no body.
    pub fn as_bytes(&self) -> Option<Bytes> {
        match self.pieces.as_slice() {
            [] => Some(Bytes::new()),
            [Piece::Bytes(bytes)] => Some(bytes.clone()),
            _ => None,
        }
    }

    /// The body piece by piece; files are read as they are reached.
    pub fn chunks(&self) -> Chunks {
        Chunks { pieces: self.pieces.clone().into_iter(), reading: Reading::Nothing }
    }

    /// The whole body, with files read into memory.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub async fn read(&self) -> io::Result<Bytes> {
        let mut all = BytesMut::new();
        let mut chunks = self.chunks();
        while let Some(chunk) = std::future::poll_fn(|context| Pin::new(&mut chunks).poll_next(context)).await {
            all.extend_from_slice(&chunk?);
        }
        Ok(all.freeze())
    }
}

fn piece_bytes(piece: &Piece) -> &[u8] {
    if let Piece::Bytes(bytes) = piece { bytes } else { &[] }
}

/// Shows the length, never the content.
impl fmt::Debug for RequestBody {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("RequestBody").field("length", &self.length()).finish_non_exhaustive()
    }
}

/// The pieces of a request body, as a stream.
pub struct Chunks {
    pieces: vec::IntoIter<Piece>,
    reading: Reading,
}

enum Reading {
    Nothing,
    Opening(BoxFuture<'static, io::Result<File>>, u64),
    /// A file and how much of it is still to be sent: it may have grown since its length was announced.
    Open(Pin<Box<File>>, u64),
}

const CHUNK: usize = 64 * 1024;

impl Stream for Chunks {
    type Item = io::Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<io::Result<Bytes>>> {
        let chunks = &mut *self;
        loop {
            match &mut chunks.reading {
                Reading::Nothing | Reading::Open(_, 0) => match chunks.pieces.next() {
                    None => return Poll::Ready(None),
                    Some(Piece::Bytes(bytes)) => {
                        chunks.reading = Reading::Nothing;
                        return Poll::Ready(Some(Ok(bytes)));
                    }
                    Some(Piece::File(path, length)) => {
                        chunks.reading = Reading::Opening(Box::pin(File::open(path)), length)
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
                    let bytes = match ready!(read_some(file.as_mut(), *left, context)) {
                        Ok(bytes) => bytes,
                        Err(error) => return Poll::Ready(Some(Err(chunks.stop(error)))),
                    };
                    *left -= bytes.len() as u64;
                    return Poll::Ready(Some(Ok(bytes)));
                }
            }
        }
    }
}

impl Chunks {
    /// Ends the stream after an error.
    fn stop(&mut self, error: io::Error) -> io::Error {
        self.pieces = Vec::new().into_iter();
        self.reading = Reading::Nothing;
        error
    }
}

/// Reads at least one byte and at most so many.
fn read_some(file: Pin<&mut File>, left: u64, context: &mut Context<'_>) -> Poll<io::Result<Bytes>> {
    let mut memory = vec![0; CHUNK.min(usize::try_from(left).unwrap_or(CHUNK))];
    let mut buffer = ReadBuf::new(&mut memory);
    ready!(file.poll_read(context, &mut buffer))?;
    let length = buffer.filled().len();
    if length == 0 {
        return Poll::Ready(Err(io::Error::new(
            io::ErrorKind::UnexpectedEof,
            "a file of the form became shorter while it was sent",
        )));
    }
    memory.truncate(length);
    Poll::Ready(Ok(memory.into()))
}
