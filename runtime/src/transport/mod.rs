//! What sends requests: a trait over the types of `http`, so that a client has no type parameter.

pub(crate) mod body;
#[cfg(all(target_arch = "wasm32", target_os = "unknown"))]
mod browser;
pub(crate) mod clock;
pub(crate) mod middleware;
#[cfg(feature = "reqwest-no-tls")]
#[cfg_attr(all(target_arch = "wasm32", target_os = "unknown"), path = "fetch.rs")]
mod reqwest;
pub(crate) mod retry_policy;
pub(crate) mod sender;
pub(crate) mod telemetry;
pub(crate) mod timeout;
pub(crate) mod url;

use std::{error, fmt, io};

use http::{HeaderMap, Method, Uri};

pub use crate::{box_future::BoxFuture, encode::request_body::RequestBody};
pub use body::Body;
#[cfg(feature = "reqwest-no-tls")]
pub use reqwest::ReqwestTransport;

use crate::{
    encode::request_body::UnreadableBody,
    error::{
        ErrorKind,
        call_error::CallError,
        redact::{ShownHeaders, shown_url},
    },
    spec::operation::OperationSpec,
    transport::timeout::Timeouts,
};

/// Sends one request and gives back the response as soon as its headers are there.
///
/// Retries, redirects, timeouts, credentials and limits are the client's work: a transport sends what it is given and
/// follows no redirect.
pub trait Transport: Send + Sync + 'static {
    /// Sends a request.
    fn send(&self, request: TransportRequest) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>>;
}

impl<T: Transport + ?Sized> Transport for std::sync::Arc<T> {
    fn send(&self, request: TransportRequest) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        (**self).send(request)
    }
}

/// A request ready to be sent. `Debug` hides credentials.
#[derive(Clone)]
#[non_exhaustive]
pub struct TransportRequest {
    /// The method.
    pub method: Method,
    /// The whole URL.
    pub uri: Uri,
    /// All headers but those of the connection; `content-length` is left to the transport.
    pub headers: HeaderMap,
    /// The body.
    pub body: RequestBody,
    /// How long the client waits. It stops waiting by itself; a transport may stop sooner.
    pub timeouts: Timeouts,
    /// The operation that is called; none for a request for a token.
    pub operation: Option<&'static OperationSpec>,
    /// How many requests were sent for the call before this one: earlier attempts, and redirects.
    pub resends: u32,
}

impl fmt::Debug for TransportRequest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("TransportRequest")
            .field("method", &self.method)
            .field("uri", &shown_url(&self.uri.to_string()))
            .field("headers", &ShownHeaders(&self.headers))
            .field("body", &self.body)
            .finish_non_exhaustive()
    }
}

/// What kept a transport from answering.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// No connection could be made: nothing was sent.
    Connect,
    /// The time was up.
    Timeout,
    /// A middleware did not let it pass. Nothing was sent, and it is not tried again.
    Refused,
    /// Something else, after which it is unknown whether the request arrived.
    Other,
}

/// A failure to send a request or to read its response.
pub struct TransportError {
    kind: TransportErrorKind,
    source: Box<dyn error::Error + Send + Sync>,
}

impl TransportError {
    /// A failure of this kind.
    pub fn new(kind: TransportErrorKind, source: impl Into<Box<dyn error::Error + Send + Sync>>) -> Self {
        TransportError { kind, source: source.into() }
    }

    /// A failure of a whole call, on its way through the middleware.
    pub(crate) fn from_failure(failure: Box<CallError>) -> Self {
        let kind = match failure.kind {
            ErrorKind::Connect => TransportErrorKind::Connect,
            ErrorKind::Timeout => TransportErrorKind::Timeout,
            ErrorKind::Request | ErrorKind::Credentials => TransportErrorKind::Refused,
            _ => TransportErrorKind::Other,
        };
        TransportError { kind, source: failure }
    }

    /// The failure of a whole call that this is, if it is one.
    pub(crate) fn into_failure(self) -> Result<Box<CallError>, Self> {
        let TransportError { kind, source } = self;
        source.downcast().map_err(|source| TransportError { kind, source })
    }

    /// Returns why the body of the request could not be read, if that is the cause.
    pub(crate) fn unreadable_body(&self) -> Option<io::Error> {
        UnreadableBody::among(self.source.as_ref())
    }

    /// The kind of failure.
    pub fn kind(&self) -> TransportErrorKind {
        self.kind
    }
}

impl fmt::Debug for TransportError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("TransportError").field("kind", &self.kind).field("source", &self.source).finish()
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.source.fmt(formatter)
    }
}

impl error::Error for TransportError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        self.source.source()
    }
}
