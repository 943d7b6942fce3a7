//! Services of tower as transports.

use std::{
    error,
    future::poll_fn,
    pin::Pin,
    sync::{Mutex, PoisonError},
    task::{Context, Poll, ready},
};

use bytes::{Buf as _, Bytes};
use futures_core::Stream;
use http::{Request, Response, header::CONTENT_LENGTH};
use http_body::{Body as HttpBody, Frame, SizeHint};
use tower_service::Service;

use super::{Body, BoxFuture, Transport, TransportError, TransportErrorKind, TransportRequest};

type BoxError = Box<dyn error::Error + Send + Sync>;

/// A transport that sends requests through a service of tower, with all of its layers.
///
/// Each request is sent by a clone of the service, as soon as that clone is ready. Layers that share state between
/// clones, such as `ConcurrencyLimit`, therefore apply to all calls of a client; a service that is not `Clone` can be
/// shared by `tower::buffer`. The [`OperationSpec`](crate::OperationSpec) of a call is an extension of its request,
/// of the type `&'static OperationSpec`.
///
/// An error of the service or of its response body is a [`TransportError`] of the kind
/// [`Other`](TransportErrorKind::Other), which preserves the error as its source. A service determines the kind by
/// returning a `TransportError` itself: only [`Connect`](TransportErrorKind::Connect) allows retries of a `POST`.
///
/// The service must not follow redirects, because it would send credentials to other origins.
///
/// ```
/// # use apiarist_runtime::{http::{Request, Response}, transport::{Body, TowerTransport, TransportError}};
/// let service = tower::service_fn(|_request: Request<Body>| async {
///     Ok::<_, TransportError>(Response::new(Body::from_bytes("{}")))
/// });
/// let transport = TowerTransport::new(service);
/// // let client = Client::builder().transport(transport).build()?;
/// # let _ = transport;
/// ```
pub struct TowerTransport<S> {
    /// Services are rarely `Sync`, so the one that is cloned is locked.
    service: Mutex<S>,
}

impl<S> TowerTransport<S> {
    /// Creates a transport from a service.
    pub fn new(service: S) -> Self {
        TowerTransport { service: Mutex::new(service) }
    }
}

impl<S> std::fmt::Debug for TowerTransport<S> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("TowerTransport").finish_non_exhaustive()
    }
}

impl<S, B> Transport for TowerTransport<S>
where
    S: Service<Request<Body>, Response = Response<B>, Error: Into<BoxError>, Future: Send> + Clone + Send + 'static,
    B: HttpBody<Data: Send, Error: Into<BoxError>> + Send + 'static,
{
    fn send(&self, request: TransportRequest) -> BoxFuture<'_, Result<Response<Body>, TransportError>> {
        let mut service = self.service.lock().unwrap_or_else(PoisonError::into_inner).clone();
        Box::pin(async move {
            // Only the clone that has become ready may be called: it may hold a permit of a limit.
            poll_fn(|context| service.poll_ready(context)).await.map_err(failure)?;
            let response = service.call(outgoing(request)).await.map_err(failure)?;
            Ok(response.map(|body| {
                if body.is_end_stream() {
                    Body::from_bytes(Bytes::new())
                } else {
                    Body::from_stream(Data(Box::pin(body)))
                }
            }))
        })
    }
}

/// Converts a request, with the length of its body.
fn outgoing(request: TransportRequest) -> Request<Body> {
    let body = match request.body.as_bytes() {
        Some(bytes) => Body::from_bytes(bytes),
        None => Body::from_stream(Sent(request.body.chunks())),
    };
    let length = request.content_length();
    let mut outgoing = Request::new(body);
    *outgoing.method_mut() = request.method;
    *outgoing.uri_mut() = request.uri;
    *outgoing.headers_mut() = request.headers;
    if let Some(length) = length {
        outgoing.headers_mut().insert(CONTENT_LENGTH, length.into());
    }
    if let Some(operation) = request.operation {
        outgoing.extensions_mut().insert(operation);
    }
    outgoing
}

/// Converts an error of a service. A transport error keeps its kind.
fn failure(error: impl Into<BoxError>) -> TransportError {
    match error.into().downcast::<TransportError>() {
        Ok(error) => *error,
        Err(error) => TransportError::new(TransportErrorKind::Other, error),
    }
}

/// The chunks of a request body with converted errors.
struct Sent(crate::encode::request_body::Chunks);

impl Stream for Sent {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let chunk = ready!(Pin::new(&mut self.0).poll_next(context));
        Poll::Ready(chunk.map(|chunk| chunk.map_err(failure)))
    }
}

/// The data of a response body, without trailers.
struct Data<B>(Pin<Box<B>>);

impl<B: HttpBody<Error: Into<BoxError>>> Stream for Data<B> {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            match ready!(self.0.as_mut().poll_frame(context)) {
                None => return Poll::Ready(None),
                Some(Err(error)) => return Poll::Ready(Some(Err(failure(error)))),
                Some(Ok(frame)) => {
                    if let Ok(mut data) = frame.into_data() {
                        return Poll::Ready(Some(Ok(data.copy_to_bytes(data.remaining()))));
                    }
                }
            }
        }
    }
}

impl HttpBody for Body {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        self.poll_chunk(context).map(|chunk| chunk.map(|chunk| chunk.map(Frame::data)))
    }

    fn is_end_stream(&self) -> bool {
        self.length() == Some(0)
    }

    fn size_hint(&self) -> SizeHint {
        self.length().map_or_else(SizeHint::default, SizeHint::with_exact)
    }
}
