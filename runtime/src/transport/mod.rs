//! What sends requests: a trait over the types of `http`, so that a client has no type parameter.

pub(crate) mod body;
#[cfg(all(target_arch = "wasm32", target_os = "unknown"))]
mod browser;
pub(crate) mod clock;
mod error;
pub(crate) mod middleware;
#[cfg(feature = "reqwest-no-tls")]
#[cfg_attr(all(target_arch = "wasm32", target_os = "unknown"), path = "fetch.rs")]
mod reqwest;
pub(crate) mod retry_policy;
pub(crate) mod sender;
pub(crate) mod telemetry;
pub(crate) mod timeout;
pub(crate) mod url;

use std::fmt;

use http::{HeaderMap, Method, Uri};

pub use crate::{box_future::BoxFuture, encode::request_body::RequestBody};
pub use body::Body;
pub use error::{TransportError, TransportErrorKind};
#[cfg(feature = "reqwest-no-tls")]
pub use reqwest::ReqwestTransport;

use crate::{
    error::redact::{ShownHeaders, shown_url},
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
