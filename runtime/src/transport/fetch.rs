//! The transport that clients use in a browser when they are given none.

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
use crate::transport::{browser::unless, timeout::Timeouts};

/// Sends requests with the fetch of the browser, through reqwest.
///
/// The browser decides on connections, proxies and TLS, follows redirects by itself, and may keep headers back that the
/// server does not allow to be read. Streams are sent as one piece.
#[derive(Clone, Debug)]
pub struct ReqwestTransport(());

impl ReqwestTransport {
    /// A transport.
    ///
    /// # Errors
    /// None: it is a result as it is elsewhere.
    pub fn new(_timeouts: &Timeouts) -> Result<Self, TransportError> {
        Ok(ReqwestTransport(()))
    }

    /// There are no proxies to choose.
    ///
    /// # Errors
    /// Always.
    pub fn by_proxy(_timeouts: &Timeouts, _url: &str) -> Result<Self, TransportError> {
        Err(TransportError::new(TransportErrorKind::Other, "the browser chooses its proxies by itself"))
    }
}

impl Transport for ReqwestTransport {
    fn send(&self, request: TransportRequest) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        let (mut answer, answered) = oneshot::channel();
        // What JavaScript gives cannot be sent between threads, so that it stays in a task of its own. The task ends
        // once nobody waits for it, which aborts the fetch.
        spawn_local(async move {
            let Some(fetched) = unless(answer.closed(), fetch(request)).await else { return };
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
            let lost = |_| Err(TransportError::new(TransportErrorKind::Other, "the fetch was given up"));
            answered.await.unwrap_or_else(lost)
        })
    }
}

async fn fetch(request: TransportRequest) -> Result<::reqwest::Response, TransportError> {
    let mut builder = ::reqwest::Client::new().request(request.method, request.uri.to_string());
    builder = builder.headers(request.headers);
    if !request.body.is_none() {
        let body = request.body.read().await;
        builder = builder.body(body.map_err(|error| TransportError::new(TransportErrorKind::Other, error))?);
    }
    builder.send().await.map_err(failure)
}

/// Passes the pieces of a body on for as long as somebody takes them.
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

/// URLs are left out: their query may hold a key. What the browser says cannot be sent between threads, but its text.
fn failure(error: ::reqwest::Error) -> TransportError {
    let kind = if error.is_timeout() { TransportErrorKind::Timeout } else { TransportErrorKind::Other };
    TransportError::new(kind, error.without_url().to_string())
}

type Piece = Result<Bytes, TransportError>;

/// The pieces of a body as they are passed on.
struct Pieces(mpsc::Receiver<Piece>);

impl Stream for Pieces {
    type Item = Piece;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Piece>> {
        self.0.poll_recv(context)
    }
}
