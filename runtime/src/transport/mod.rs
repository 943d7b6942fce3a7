//! The transport trait. It uses the types of `http`, so that clients need no type parameter.

pub(crate) mod body;
#[cfg(all(target_arch = "wasm32", target_os = "unknown"))]
mod browser;
pub(crate) mod clock;
#[cfg(all(feature = "reqwest-no-tls", not(all(target_arch = "wasm32", target_os = "unknown"))))]
#[cfg_attr(not(any(feature = "gzip", feature = "brotli", feature = "zstd")), path = "no_compression.rs")]
mod compression;
mod error;
#[cfg(feature = "reqwest-no-tls")]
mod fetch_credentials;
pub(crate) mod middleware;
#[cfg(feature = "reqwest-no-tls")]
#[cfg_attr(all(target_arch = "wasm32", target_os = "unknown"), path = "fetch.rs")]
mod reqwest;
pub(crate) mod retry_policy;
pub(crate) mod sender;
pub(crate) mod telemetry;
pub(crate) mod timeout;
#[cfg(feature = "tower")]
mod tower;
pub(crate) mod url;

use std::fmt;

use http::{HeaderMap, Method, Uri};

pub use crate::{box_future::BoxFuture, encode::request_body::RequestBody};
pub use body::Body;
pub use error::{TransportError, TransportErrorKind};
#[cfg(feature = "tower")]
pub use tower::TowerTransport;
#[cfg(feature = "reqwest-no-tls")]
pub use {fetch_credentials::FetchCredentials, reqwest::ReqwestTransport};

use crate::{
    error::redact::{ShownHeaders, shown_url},
    spec::operation::OperationSpec,
    transport::timeout::Timeouts,
};

/// A transport of requests, which returns each response as soon as its headers have been received.
///
/// The client implements retries, redirects, timeouts, credentials and limits. A transport sends the request unchanged
/// and does not follow redirects.
///
/// ```
/// # use apiarist_runtime::{BoxFuture, Transport, http, transport::{Body, TransportError, TransportRequest}};
/// /// Logs every request that another transport sends.
/// struct Logged<T>(T);
///
/// impl<T: Transport> Transport for Logged<T> {
///     fn send(&self, request: TransportRequest) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
///         println!("{} {}", request.method, request.uri.path());
///         self.0.send(request)
///     }
/// }
/// ```
pub trait Transport: Send + Sync + 'static {
    /// Sends a request.
    fn send(&self, request: TransportRequest) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>>;
}

impl<T: Transport + ?Sized> Transport for std::sync::Arc<T> {
    fn send(&self, request: TransportRequest) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        (**self).send(request)
    }
}

/// A request that is ready to be sent. `Debug` hides credentials.
#[derive(Clone)]
#[non_exhaustive]
pub struct TransportRequest {
    /// The method.
    pub method: Method,
    /// The full URL.
    pub uri: Uri,
    /// All headers except those of the connection. The transport sets `content-length`.
    pub headers: HeaderMap,
    /// The body.
    pub body: RequestBody,
    /// The timeouts of the client, which enforces them itself. A transport may stop earlier.
    pub timeouts: Timeouts,
    /// The called operation, or `None` for a token request.
    pub operation: Option<&'static OperationSpec>,
    /// The number of requests already sent for the call: earlier attempts and redirects.
    pub resends: u32,
}

impl TransportRequest {
    /// Returns the content length to send, or `None` if the length is unknown or none is sent.
    #[cfg(any(feature = "reqwest-no-tls", feature = "tower"))]
    fn content_length(&self) -> Option<u64> {
        // According to RFC 9110 section 8.6, these methods send a content length even without content; some servers
        // require it.
        let is_announced = !self.body.is_none() || matches!(self.method.as_str(), "POST" | "PUT" | "PATCH");
        self.body.length().filter(|_| is_announced)
    }
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
