//! A transport that returns queued responses.

use std::{
    collections::VecDeque,
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use super::{FakeAnswer, RecordedRequest};
use crate::{
    box_future::BoxFuture,
    transport::{Body, Transport, TransportError, TransportErrorKind, TransportRequest},
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
            let request = RecordedRequest::read(request).await?;
            let answer = {
                let mut shared = self.lock();
                shared.requests.push(request);
                shared.answers.pop_front()
            };
            match answer {
                Some(answer) => answer.send().await,
                None => Err(TransportError::new(TransportErrorKind::Other, "the queue of the fake transport is empty")),
            }
        })
    }
}
