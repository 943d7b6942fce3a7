//! Responses of fakes, and failures that a fake simulates.

use std::{
    collections::VecDeque,
    future::pending,
    pin::Pin,
    task::{Context, Poll},
};

use bytes::Bytes;
use futures_core::Stream;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};

use crate::transport::{Body, TransportError, TransportErrorKind};

/// A response of a [`FakeTransport`](super::FakeTransport) or of a [`FakeApi`](super::FakeApi).
///
/// ```
/// # use apiarist_runtime::testing::FakeAnswer;
/// let busy = FakeAnswer::json(429, r#"{"message":"busy"}"#).header("retry-after", "2");
/// let interrupted = FakeAnswer::events("data: 1\n\n").then_broken();
/// let stalled = FakeAnswer::new(200).chunk("hon").then_silence();
/// # let _ = (busy, interrupted, stalled);
/// ```
#[derive(Clone)]
pub struct FakeAnswer {
    outcome: Outcome,
}

#[derive(Clone)]
enum Outcome {
    Answer(StatusCode, HeaderMap, VecDeque<Chunk>),
    Failure(TransportErrorKind),
    Silence,
}

#[derive(Clone)]
enum Chunk {
    Bytes(Bytes),
    Failure(TransportErrorKind),
    Silence,
}

impl FakeAnswer {
    /// Creates a response with this status and no content. An invalid status becomes 500.
    pub fn new(status: u16) -> Self {
        let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        FakeAnswer { outcome: Outcome::Answer(status, HeaderMap::new(), VecDeque::new()) }
    }

    /// Creates a response with a JSON body.
    pub fn json(status: u16, body: impl Into<Bytes>) -> Self {
        FakeAnswer::new(status).header("content-type", "application/json").chunk(body)
    }

    /// Creates a successful response with an event stream.
    pub fn events(body: impl Into<Bytes>) -> Self {
        FakeAnswer::new(200).header("content-type", "text/event-stream").chunk(body)
    }

    /// Simulates a failure to connect.
    pub fn connect_error() -> Self {
        FakeAnswer { outcome: Outcome::Failure(TransportErrorKind::Connect) }
    }

    /// Simulates a connection that fails after the request was sent.
    pub fn broken() -> Self {
        FakeAnswer { outcome: Outcome::Failure(TransportErrorKind::Other) }
    }

    /// Simulates a timeout of the transport itself.
    pub fn timeout() -> Self {
        FakeAnswer { outcome: Outcome::Failure(TransportErrorKind::Timeout) }
    }

    /// Simulates a server that never responds, so that the client's own timeout ends the call.
    pub fn silence() -> Self {
        FakeAnswer { outcome: Outcome::Silence }
    }

    /// Adds a header. An invalid header is dropped.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        if let (Outcome::Answer(_, headers, _), Ok(name), Ok(value)) =
            (&mut self.outcome, HeaderName::try_from(name), HeaderValue::from_str(value))
        {
            headers.append(name, value);
        }
        self
    }

    /// Appends a chunk to the body.
    #[must_use]
    pub fn chunk(self, bytes: impl Into<Bytes>) -> Self {
        self.then(Chunk::Bytes(bytes.into()))
    }

    /// Simulates a connection that fails after the chunks added so far.
    #[must_use]
    pub fn then_broken(self) -> Self {
        self.then(Chunk::Failure(TransportErrorKind::Other))
    }

    /// Simulates a server that sends nothing after the chunks added so far.
    #[must_use]
    pub fn then_silence(self) -> Self {
        self.then(Chunk::Silence)
    }

    /// Sets the status, unless the answer is a failure. An invalid status becomes 500.
    pub(super) fn set_status(&mut self, status: u16) {
        if let Outcome::Answer(own, ..) = &mut self.outcome {
            *own = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        }
    }

    /// Returns the response or the simulated failure.
    pub(super) async fn send(self) -> Result<http::Response<Body>, TransportError> {
        match self.outcome {
            Outcome::Answer(status, headers, chunks) => {
                let mut response = http::Response::new(Body::from_stream(FakeChunks(chunks)));
                *response.status_mut() = status;
                *response.headers_mut() = headers;
                Ok(response)
            }
            Outcome::Failure(kind) => Err(TransportError::new(kind, format!("fake failure: {kind:?}"))),
            Outcome::Silence => pending().await,
        }
    }

    fn then(mut self, chunk: Chunk) -> Self {
        if let Outcome::Answer(_, _, chunks) = &mut self.outcome {
            chunks.push_back(chunk);
        }
        self
    }
}

struct FakeChunks(VecDeque<Chunk>);

impl Stream for FakeChunks {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, _context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        match self.0.pop_front() {
            None => Poll::Ready(None),
            Some(Chunk::Bytes(bytes)) => Poll::Ready(Some(Ok(bytes))),
            Some(Chunk::Failure(kind)) => Poll::Ready(Some(Err(TransportError::new(kind, "fake failure in the body")))),
            Some(Chunk::Silence) => {
                self.0.push_front(Chunk::Silence);
                Poll::Pending
            }
        }
    }
}
