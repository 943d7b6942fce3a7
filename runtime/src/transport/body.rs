//! Response bodies, received in chunks.

use std::{
    fmt,
    future::poll_fn,
    pin::Pin,
    sync::{Mutex, PoisonError},
    task::{Context, Poll},
};

use bytes::{Bytes, BytesMut};
use futures_core::Stream;

use super::TransportError;

type Chunks = Pin<Box<dyn Stream<Item = Result<Bytes, TransportError>> + Send>>;

/// The body of a response, as returned by a transport.
pub struct Body(Inner);

enum Inner {
    Whole(Option<Bytes>),
    /// Never locked: the lock makes the body `Sync`, which other HTTP libraries require.
    Chunks(Mutex<Chunks>),
}

impl Body {
    /// Creates a body from bytes.
    pub fn from_bytes(bytes: impl Into<Bytes>) -> Self {
        Body(Inner::Whole(Some(bytes.into())))
    }

    /// Creates a body from a stream of chunks.
    pub fn from_stream(chunks: impl Stream<Item = Result<Bytes, TransportError>> + Send + 'static) -> Self {
        Body(Inner::Chunks(Mutex::new(Box::pin(chunks))))
    }

    /// Polls for the next chunk. Returns `None` at the end.
    pub fn poll_chunk(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Bytes, TransportError>>> {
        match &mut self.0 {
            Inner::Whole(bytes) => Poll::Ready(bytes.take().map(Ok)),
            Inner::Chunks(chunks) => {
                chunks.get_mut().unwrap_or_else(PoisonError::into_inner).as_mut().poll_next(context)
            }
        }
    }

    /// Takes a body that is in memory, if it is within a limit.
    pub(crate) fn take_whole(&mut self, limit: usize) -> Option<Bytes> {
        match &mut self.0 {
            Inner::Whole(bytes) => bytes.take_if(|bytes| bytes.len() <= limit),
            Inner::Chunks(_) => None,
        }
    }

    /// Returns the number of remaining bytes, or `None` if it is unknown.
    #[cfg(feature = "tower")]
    pub(super) fn length(&self) -> Option<u64> {
        match &self.0 {
            Inner::Whole(bytes) => Some(bytes.as_ref().map_or(0, Bytes::len) as u64),
            Inner::Chunks(_) => None,
        }
    }

    /// Reads the whole body without a size limit.
    ///
    /// # Errors
    /// Returns an error if the connection fails.
    pub async fn read(mut self) -> Result<Bytes, TransportError> {
        let mut gathered = Gathered::default();
        while let Some(chunk) = self.chunk().await {
            gathered.push(chunk?);
        }
        Ok(gathered.finish())
    }

    /// Waits for the next chunk. Returns `None` at the end.
    pub async fn chunk(&mut self) -> Option<Result<Bytes, TransportError>> {
        poll_fn(|context| self.poll_chunk(context)).await
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Body").finish_non_exhaustive()
    }
}

/// Bytes that are collected up to a limit.
#[derive(Default)]
pub(crate) struct Gathered {
    first: Bytes,
    rest: BytesMut,
}

impl Gathered {
    /// Appends a chunk. A body of one chunk is never copied.
    pub(crate) fn push(&mut self, chunk: Bytes) {
        if self.first.is_empty() {
            self.first = chunk;
        } else {
            if self.rest.is_empty() {
                self.rest.extend_from_slice(&self.first);
            }
            self.rest.extend_from_slice(&chunk);
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.first.len().max(self.rest.len())
    }

    pub(crate) fn finish(self) -> Bytes {
        if self.rest.is_empty() { self.first } else { self.rest.freeze() }
    }
}

/// Reads a body up to a limit. Returns `true` with the bytes if the body is complete.
pub(crate) async fn gather(body: &mut Body, limit: usize) -> Result<(Bytes, bool), TransportError> {
    let mut gathered = Gathered::default();
    while let Some(chunk) = body.chunk().await {
        let mut chunk = chunk?;
        let room = limit - gathered.len();
        let fits = chunk.len() <= room;
        chunk.truncate(room);
        gathered.push(chunk);
        if !fits {
            return Ok((gathered.finish(), false));
        }
    }
    Ok((gathered.finish(), true))
}
