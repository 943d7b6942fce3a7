//! Sending single requests: by way of the middleware around attempts, in a span of their own.

use std::sync::Arc;

use http::Response;

use crate::transport::{
    Body, Transport, TransportError, TransportRequest,
    clock::Clock,
    middleware::{Last, Middleware, Next, Sending},
    retry_policy::{Budget, RetryPolicy},
    telemetry::Span,
};

/// What a client sends requests with, for calls and for tokens alike.
pub(crate) struct Sender {
    pub(crate) transport: Arc<dyn Transport>,
    pub(crate) middleware: Vec<Arc<dyn Middleware>>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) retries: RetryPolicy,
    pub(crate) budget: Budget,
}

impl Sender {
    /// Sends a request. The response stays behind a pointer from here on, since it is handed on many times.
    pub(crate) fn send_once(
        &self,
        request: TransportRequest,
    ) -> impl Future<Output = Result<Box<Response<Body>>, TransportError>> {
        let span = Span::of_request(&request);
        let sending = span.around(|| match self.middleware.as_slice() {
            [] => self.transport.send(request),
            all => Next::new(all, self).run(request),
        });
        async move {
            let answer = sending.await.map(Box::new);
            span.finish_request(answer.as_deref());
            answer
        }
    }
}

impl Last for Sender {
    fn send(&self, request: TransportRequest) -> Sending<'_> {
        self.transport.send(request)
    }
}
