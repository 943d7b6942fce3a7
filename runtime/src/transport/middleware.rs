//! Middleware around calls and around individual requests.

use std::sync::Arc;

use http::Response;

use crate::{
    box_future::BoxFuture,
    transport::{Body, TransportError, TransportRequest},
};

/// The future of a sent request.
pub type Sending<'a> = BoxFuture<'a, Result<Response<Body>, TransportError>>;

/// A wrapper around calls, or around every request that is sent.
///
/// `ClientBuilder::call_middleware` wraps whole calls: the middleware runs once for each call, regardless of retries
/// and redirects. It receives the final response, read as far as the call requires. `ClientBuilder::attempt_middleware`
/// wraps every request: each attempt and each redirect, with the headers that are actually sent. The first middleware
/// added is outermost. Token requests pass through attempt middleware only.
///
/// A response with any status is `Ok`. Time spent in call middleware does not count toward any timeout; time spent in
/// attempt middleware counts toward the timeout of the attempt. An error of the kind
/// [`Refused`](crate::transport::TransportErrorKind::Refused) ends the call without a retry.
///
/// # Signing every request
/// ```
/// # use apiarist_runtime::{Middleware, Next, Sending, http::HeaderValue, transport::TransportRequest};
/// struct Sign(&'static str);
///
/// impl Middleware for Sign {
///     fn handle<'a>(&'a self, mut request: TransportRequest, next: Next<'a>) -> Sending<'a> {
///         Box::pin(async move {
///             let length = request.body.length().unwrap_or_default();
///             let signature = format!("{} {} {} {length}", self.0, request.method, request.uri.path());
///             if let Ok(mut value) = HeaderValue::from_str(&signature) {
///                 value.set_sensitive(true);
///                 request.headers.insert("x-signature", value);
///             }
///             next.run(request).await
///         })
///     }
/// }
/// // Client::builder().attempt_middleware(Sign("key")).build()?;
/// ```
///
/// # Logging every call
/// ```
/// # use apiarist_runtime::{Middleware, Next, Sending, transport::TransportRequest};
/// use std::time::Instant;
///
/// struct Log;
///
/// impl Middleware for Log {
///     fn handle<'a>(&'a self, request: TransportRequest, next: Next<'a>) -> Sending<'a> {
///         Box::pin(async move {
///             let (operation, started) = (request.operation.map(|operation| operation.id), Instant::now());
///             let result = next.run(request).await;
///             match &result {
///                 Ok(response) => println!("{operation:?}: {} after {:?}", response.status(), started.elapsed()),
///                 Err(error) => println!("{operation:?}: {error} after {:?}", started.elapsed()),
///             }
///             result
///         })
///     }
/// }
/// // Client::builder().call_middleware(Log).build()?;
/// ```
///
/// # Caching responses
/// ```
/// # use apiarist_runtime::{
/// #     Bytes, Middleware, Next, Sending,
/// #     http::{HeaderMap, Method, Response, StatusCode},
/// #     transport::{Body, TransportRequest},
/// # };
/// use std::{collections::HashMap, sync::Mutex};
///
/// #[derive(Default)]
/// struct Cache(Mutex<HashMap<String, (HeaderMap, Bytes)>>);
///
/// impl Middleware for Cache {
///     fn handle<'a>(&'a self, request: TransportRequest, next: Next<'a>) -> Sending<'a> {
///         Box::pin(async move {
///             if request.method != Method::GET {
///                 return next.run(request).await;
///             }
///             let url = request.uri.to_string();
///             let kept = self.0.lock().unwrap().get(&url).cloned();
///             if let Some((headers, body)) = kept {
///                 let mut response = Response::new(Body::from_bytes(body));
///                 *response.headers_mut() = headers;
///                 return Ok(response);
///             }
///             let response = next.run(request).await?;
///             if response.status() != StatusCode::OK {
///                 return Ok(response);
///             }
///             let (parts, body) = response.into_parts();
///             let body = body.read().await?;
///             self.0.lock().unwrap().insert(url, (parts.headers.clone(), body.clone()));
///             Ok(Response::from_parts(parts, Body::from_bytes(body)))
///         })
///     }
/// }
/// // Client::builder().call_middleware(Cache::default()).build()?;
/// ```
pub trait Middleware: Send + Sync + 'static {
    /// Handles a request: forwards it with [`Next::run`], once, several times or not at all.
    fn handle<'a>(&'a self, request: TransportRequest, next: Next<'a>) -> Sending<'a>;
}

impl<M: Middleware + ?Sized> Middleware for Arc<M> {
    fn handle<'a>(&'a self, request: TransportRequest, next: Next<'a>) -> Sending<'a> {
        (**self).handle(request, next)
    }
}

/// The remaining middleware and the final sender.
#[derive(Clone, Copy)]
pub struct Next<'a> {
    others: &'a [Arc<dyn Middleware>],
    last: &'a dyn Last,
}

/// The sender after the last middleware.
pub(crate) trait Last: Sync {
    fn send(&self, request: TransportRequest) -> Sending<'_>;
}

impl<'a> Next<'a> {
    pub(crate) fn new(all: &'a [Arc<dyn Middleware>], last: &'a dyn Last) -> Self {
        Next { others: all, last }
    }

    /// Forwards the request.
    pub fn run(self, request: TransportRequest) -> Sending<'a> {
        match self.others.split_first() {
            Some((first, others)) => first.handle(request, Next { others, last: self.last }),
            None => self.last.send(request),
        }
    }
}

impl std::fmt::Debug for Next<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Next").field("others", &self.others.len()).finish_non_exhaustive()
    }
}
