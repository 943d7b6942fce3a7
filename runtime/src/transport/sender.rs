//! Sending of individual requests, through the attempt middleware and in their own span.

use std::sync::Arc;

use http::Response;

use crate::transport::{
    Body, Transport, TransportError, TransportRequest,
    clock::Clock,
    middleware::{Last, Middleware, Next, Sending},
    retry_policy::{Budget, RetryPolicy},
    telemetry::Span,
};

/// The sender of a client, for calls and for token requests.
pub(crate) struct Sender {
    pub(crate) transport: Arc<dyn Transport>,
    pub(crate) middleware: Vec<Arc<dyn Middleware>>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) retries: RetryPolicy,
    pub(crate) budget: Budget,
}

impl Sender {
    /// Sends a request. The response is boxed, because it is moved many times.
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
