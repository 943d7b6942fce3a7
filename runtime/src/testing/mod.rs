//! Tests without a network and without waiting: a transport with queued responses, and a clock that advances at
//! once.
//!
//! ```
//! # use apiarist_runtime::testing::{FakeAnswer, FakeTransport};
//! let transport = FakeTransport::new();
//! transport.push(FakeAnswer::json(200, r#"{"id":"conv_1"}"#));
//! transport.push(FakeAnswer::new(503).header("retry-after", "2"));
//! // let client = Client::builder().transport(transport.clone()).build()?;
//! assert!(transport.requests().is_empty());
//! ```
//!
//! A client with a [`FakeTransport`] supports everything that calls can return: responses, errors, event streams,
//! pages, items and downloads, async or blocking. Code that takes one of these as an argument can be tested without a
//! client:
//!
//! ```
//! # use apiarist_runtime::{Error, Event, EventStream, Response, Value, http, testing::{FakeError, event_stream}};
//!
//! let response: Response<u32> = http::Response::builder().header("x-request-id", "req_1").body(7)?.into();
//! assert_eq!((response.request_id(), response.body), (Some("req_1"), 7));
//!
//! let error: Error<Value> = FakeError::status(404).build();
//! assert_eq!(error.status().unwrap(), 404);
//!
//! let mut last = Event::new("honey");
//! last.id = Some("2".into());
//! let stream: EventStream<&str> = event_stream([Ok(Event::new("bees")), Ok(last), Err(error)]);
//! # let _ = stream;
//! # Ok::<(), http::Error>(())
//! ```

mod fake_error;

use std::{
    collections::VecDeque,
    fmt,
    future::{pending, ready},
    pin::Pin,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    task::{Context, Poll},
    time::{Duration, SystemTime},
};

use bytes::Bytes;
use futures_core::Stream;
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};

pub use crate::stream::event_stream;
pub use fake_error::FakeError;

use crate::{
    box_future::BoxFuture,
    error::redact::{ShownHeaders, shown_url},
    transport::{Body, Transport, TransportError, TransportErrorKind, TransportRequest, clock::Clock},
};

/// A transport that returns queued responses and records every request. Clones share both.
///
/// ```
/// # use apiarist_runtime::testing::{FakeAnswer, FakeTransport};
/// let transport = FakeTransport::new()
///     .answer(FakeAnswer::connect_error())
///     .answer(FakeAnswer::json(200, r#"{"name":"Maja"}"#));
/// // let client = Client::builder().transport(transport.clone()).build()?;
/// // client.bees().get("bee_1").await?;
/// // assert_eq!(transport.requests().len(), 2);
/// assert!(transport.last_request().is_none());
/// ```
#[derive(Clone, Default)]
pub struct FakeTransport {
    shared: Arc<Mutex<Shared>>,
}

#[derive(Default)]
struct Shared {
    answers: VecDeque<FakeAnswer>,
    requests: Vec<RecordedRequest>,
}

impl FakeTransport {
    /// Creates a transport without responses.
    pub fn new() -> Self {
        FakeTransport::default()
    }

    /// Appends a response to the queue.
    pub fn push(&self, answer: FakeAnswer) {
        self.lock().answers.push_back(answer);
    }

    /// Appends a response to the queue, and returns the transport.
    #[must_use]
    pub fn answer(self, answer: FakeAnswer) -> Self {
        self.push(answer);
        self
    }

    /// Returns the recorded requests, in order.
    pub fn requests(&self) -> Vec<RecordedRequest> {
        self.lock().requests.clone()
    }

    /// Returns the last recorded request.
    pub fn last_request(&self) -> Option<RecordedRequest> {
        self.lock().requests.last().cloned()
    }

    fn lock(&self) -> MutexGuard<'_, Shared> {
        self.shared.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for FakeTransport {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shared = self.lock();
        formatter
            .debug_struct("FakeTransport")
            .field("answers", &shared.answers.len())
            .field("requests", &shared.requests)
            .finish()
    }
}

impl Transport for FakeTransport {
    fn send(&self, request: TransportRequest) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        Box::pin(async move {
            let body =
                request.body.read().await.map_err(|error| TransportError::new(TransportErrorKind::Other, error))?;
            let answer = {
                let mut shared = self.lock();
                shared.requests.push(RecordedRequest {
                    method: request.method,
                    url: request.uri.to_string(),
                    headers: request.headers,
                    body,
                });
                shared.answers.pop_front()
            };
            match answer.map(|answer| answer.outcome) {
                None => Err(TransportError::new(TransportErrorKind::Other, "the queue of the fake transport is empty")),
                Some(Outcome::Answer(status, headers, chunks)) => {
                    let mut response = http::Response::new(Body::from_stream(FakeChunks(chunks)));
                    *response.status_mut() = status;
                    *response.headers_mut() = headers;
                    Ok(response)
                }
                Some(Outcome::Failure(kind)) => Err(TransportError::new(kind, format!("fake failure: {kind:?}"))),
                Some(Outcome::Silence) => pending().await,
            }
        })
    }
}

/// A request that a [`FakeTransport`] received. `Debug` hides credentials; the fields do not.
///
/// ```
/// # use apiarist_runtime::testing::RecordedRequest;
/// fn check(request: &RecordedRequest) {
///     assert_eq!((request.method.as_str(), request.path_and_query()), ("POST", "/bees?dry_run=true"));
///     assert_eq!(request.json()["name"], "Maja");
/// }
/// ```
#[derive(Clone)]
#[non_exhaustive]
pub struct RecordedRequest {
    /// The method.
    pub method: Method,
    /// The full URL.
    pub url: String,
    /// The headers.
    pub headers: HeaderMap,
    /// The body, including the content of files.
    pub body: Bytes,
}

impl RecordedRequest {
    /// Returns the body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// Returns the body as JSON, or null if it is not valid JSON.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap_or_default()
    }

    /// Returns the value of a header. Returns `None` if it was not sent or is not text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// Returns the URL without scheme and host.
    pub fn path_and_query(&self) -> &str {
        let after_scheme = self.url.split_once("://").map_or(&*self.url, |(_, rest)| rest);
        after_scheme.find('/').and_then(|start| after_scheme.get(start..)).unwrap_or("/")
    }
}

impl fmt::Debug for RecordedRequest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("RecordedRequest")
            .field("method", &self.method)
            .field("url", &shown_url(&self.url))
            .field("headers", &ShownHeaders(&self.headers))
            .field("body", &format_args!("{} bytes", self.body.len()))
            .finish()
    }
}

/// A response of a [`FakeTransport`].
///
/// ```
/// # use apiarist_runtime::testing::FakeAnswer;
/// let busy = FakeAnswer::json(429, r#"{"message":"busy"}"#).header("retry-after", "2");
/// let interrupted = FakeAnswer::events("data: 1\n\n").then_broken();
/// let stalled = FakeAnswer::new(200).chunk("hon").then_silence();
/// # let _ = (busy, interrupted, stalled);
/// ```
pub struct FakeAnswer {
    outcome: Outcome,
}

enum Outcome {
    Answer(StatusCode, HeaderMap, VecDeque<Chunk>),
    Failure(TransportErrorKind),
    Silence,
}

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

/// A clock that does not wait: sleeping advances it immediately. Clones share their time.
///
/// ```
/// # use apiarist_runtime::{Clock, testing::FakeClock};
/// use std::time::Duration;
///
/// let clock = FakeClock::new();
/// // let client = Client::builder().transport(transport).clock(clock.clone()).build()?;
/// # drop(clock.sleep(Duration::from_secs(2)));
/// assert_eq!(clock.slept(), [Duration::from_secs(2)]);
/// ```
#[derive(Clone, Debug, Default)]
pub struct FakeClock {
    slept: Arc<Mutex<Vec<Duration>>>,
}

impl FakeClock {
    /// Creates a clock that starts at the Unix epoch.
    pub fn new() -> Self {
        FakeClock::default()
    }

    /// Returns the duration of every sleep, in order.
    pub fn slept(&self) -> Vec<Duration> {
        self.slept.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Clock for FakeClock {
    fn now(&self) -> Duration {
        self.slept().iter().sum()
    }

    fn time_of_day(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH + self.now()
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        self.slept.lock().unwrap_or_else(PoisonError::into_inner).push(duration);
        Box::pin(ready(()))
    }
}
