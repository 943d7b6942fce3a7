//! The default transport in browsers.

use std::{
    pin::{Pin, pin},
    task::{Context, Poll},
};

use bytes::Bytes;
use futures_core::Stream;
use http::Response;
use tokio::sync::{mpsc, oneshot};
use wasm_bindgen_futures::spawn_local;

use super::{Body, BoxFuture, Transport, TransportError, TransportErrorKind, TransportRequest};
use crate::transport::{browser::unless, fetch_credentials::FetchCredentials, timeout::Timeouts};

/// A transport that uses the fetch API of the browser through reqwest.
///
/// The browser manages connections, proxies and TLS, and follows redirects itself. It may hide response headers that
/// the server does not expose. Streams are sent as one chunk. Browsers request compressed responses and decode them
/// themselves.
#[derive(Clone, Debug)]
pub struct ReqwestTransport {
    credentials: FetchCredentials,
}

impl ReqwestTransport {
    /// Creates a transport.
    ///
    /// # Errors
    /// Never returns an error. The signature matches that of other platforms.
    pub fn new(_timeouts: &Timeouts) -> Result<Self, TransportError> {
        Ok(ReqwestTransport { credentials: FetchCredentials::default() })
    }

    /// Sets the requests with which the browser sends its own credentials. The default is
    /// [`SameOrigin`](FetchCredentials::SameOrigin), as in fetch.
    #[must_use]
    pub fn fetch_credentials(mut self, credentials: FetchCredentials) -> Self {
        self.credentials = credentials;
        self
    }

    /// Rejects the proxy, because browsers do not allow selecting one.
    ///
    /// # Errors
    /// Always returns an error.
    pub fn by_proxy(_timeouts: &Timeouts, _url: &str) -> Result<Self, TransportError> {
        Err(TransportError::new(TransportErrorKind::Other, "browsers do not support proxies set by a program"))
    }
}

impl Transport for ReqwestTransport {
    fn send(&self, request: TransportRequest) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        let (mut answer, answered) = oneshot::channel();
        let credentials = self.credentials;
        // JavaScript values cannot be sent between threads, so they stay in their own task. The task ends when the
        // receiver is dropped, which aborts the fetch.
        spawn_local(async move {
            let Some(fetched) = unless(answer.closed(), fetch(request, credentials)).await else { return };
            let response = match fetched {
                Ok(response) => response,
                Err(error) => return drop(answer.send(Err(error))),
            };
            let (pieces, received) = mpsc::channel(1);
            let mut head = Response::new(Body::from_stream(Pieces(received)));
            *head.status_mut() = response.status();
            *head.headers_mut() = response.headers().clone();
            if answer.send(Ok(head)).is_ok() {
                pass_on(response, &pieces).await;
            }
        });
        Box::pin(async move {
            let lost = |_| Err(TransportError::new(TransportErrorKind::Other, "the fetch was canceled"));
            answered.await.unwrap_or_else(lost)
        })
    }
}

async fn fetch(
    request: TransportRequest,
    credentials: FetchCredentials,
) -> Result<::reqwest::Response, TransportError> {
    let mut builder = ::reqwest::Client::new().request(request.method, request.uri.to_string());
    builder = match credentials {
        FetchCredentials::Omit => builder.fetch_credentials_omit(),
        FetchCredentials::SameOrigin => builder.fetch_credentials_same_origin(),
        FetchCredentials::Include => builder.fetch_credentials_include(),
    };
    builder = builder.headers(request.headers);
    if !request.body.is_none() {
        let body = request.body.read().await;
        builder = builder.body(body.map_err(|error| TransportError::new(TransportErrorKind::Other, error))?);
    }
    builder.send().await.map_err(failure)
}

/// Forwards the chunks of a body until the receiver is dropped.
async fn pass_on(response: ::reqwest::Response, pieces: &mpsc::Sender<Piece>) {
    let mut stream = pin!(response.bytes_stream());
    loop {
        let next = std::future::poll_fn(|context| stream.as_mut().poll_next(context));
        let Some(Some(piece)) = unless(pieces.closed(), next).await else { return };
        if pieces.send(piece.map_err(failure)).await.is_err() {
            return;
        }
    }
}

/// Omits URLs, because their query may contain a key. Errors of the browser cannot be sent between threads, so only
/// their text is kept.
fn failure(error: ::reqwest::Error) -> TransportError {
    let kind = if error.is_timeout() { TransportErrorKind::Timeout } else { TransportErrorKind::Other };
    TransportError::new(kind, error.without_url().to_string())
}

type Piece = Result<Bytes, TransportError>;

/// The stream of forwarded chunks of a body.
struct Pieces(mpsc::Receiver<Piece>);

impl Stream for Pieces {
    type Item = Piece;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Piece>> {
        self.0.poll_recv(context)
    }
}
