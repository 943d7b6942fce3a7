//! One attempt: a request with the redirects on the way, and as much of the response as belongs to it.

use std::time::Duration;

use bytes::Bytes;
use http::{
    HeaderMap, Method, Response,
    header::{CONTENT_LENGTH, CONTENT_TYPE},
};

use crate::{
    attempts::Attempts,
    client::ClientCore,
    error::{ErrorKind, FailedResponse, Failure},
    execute::{LONGEST_ERROR, LONGEST_JSON, gather},
    middleware::{Last, Next, Sending},
    receive::Mode,
    redact::excerpt,
    redirect::{self, Redirect},
    request::RawCall,
    retry::Mishap,
    span::Span,
    timeout::within,
    transport::{Body, TransportError, TransportErrorKind, TransportRequest, body::Gathered},
};

/// Why an attempt failed, and what that means for the next.
pub(crate) struct Attempted {
    pub(crate) failure: Box<Failure>,
    pub(crate) mishap: Mishap,
}

impl Attempts<'_> {
    /// Sends a request once. The body of the response is read, unless it is to be read as it comes.
    pub(crate) async fn attempt(
        &self,
        request: &TransportRequest,
        limit: Duration,
    ) -> Result<Response<Body>, Attempted> {
        let (call, clock) = (self.call, self.call.core.clock().as_ref());
        let (started, idle) = (clock.now(), request.timeouts.idle);
        let has_body = request.method != Method::HEAD;
        let response = within(clock, limit, self.follow(request))
            .await
            .unwrap_or_else(|_| Err(call.timed_out(limit, "no response")))?;
        let left = limit.saturating_sub(clock.now().saturating_sub(started));
        let endless = |_| call.timed_out(limit, "the response did not end");
        let (parts, body) = response.into_parts();
        let body = match self.mode {
            _ if !parts.status.is_success() => {
                // The status is worth more than why the rest could not be read.
                let read = within(clock, left, gather(body, LONGEST_ERROR)).await.map_err(endless)?;
                Body::from_bytes(read.map(|(bytes, _)| bytes).unwrap_or_default())
            }
            Mode::Whole if has_body && announced(&parts.headers).is_some_and(|length| length > LONGEST_JSON as u64) => {
                return Err(call.too_large(LONGEST_JSON));
            }
            Mode::Whole => {
                let read = within(clock, left, gather(body, LONGEST_JSON)).await.map_err(endless)?;
                match read.map_err(|error| call.broken(error))? {
                    (bytes, true) => Body::from_bytes(bytes),
                    (_, false) => return Err(call.too_large(LONGEST_JSON)),
                }
            }
            Mode::Download => Body::from_bytes(self.download(body, idle).await?),
            Mode::Events | Mode::Pieces => body,
        };
        Ok(Response::from_parts(parts, body))
    }

    /// Sends a request and follows redirects within its origin.
    async fn follow(&self, original: &TransportRequest) -> Result<Response<Body>, Attempted> {
        let call = self.call;
        let mut redirected: Option<TransportRequest> = None;
        for _ in 0..=redirect::MOST {
            let request = redirected.as_ref().unwrap_or(original);
            let response = self.send(request.clone()).await.map_err(|error| call.broken(error))?;
            match redirect::requested(response.status(), response.headers(), &request.uri, &request.method) {
                None => return Ok(response),
                Some(Redirect::Elsewhere(host)) => {
                    let mut attempted = call.lasting(
                        ErrorKind::Status,
                        format!("{}: the redirect to another origin, `{host}`, was not followed", response.status()),
                    );
                    attempted.failure.response = Some(FailedResponse {
                        status: response.status(),
                        headers: response.headers().clone(),
                        body: Bytes::new(),
                    });
                    return Err(attempted);
                }
                Some(Redirect::Follow { method, .. }) if method == request.method && request.body.is_one_shot() => {
                    let message =
                        "a redirect was not followed, since the body is a stream, which can be read only once";
                    return Err(call.lasting(ErrorKind::Status, format!("{}: {message}", response.status())));
                }
                Some(Redirect::Follow { uri, method }) => {
                    let mut next = request.clone();
                    if method != next.method {
                        next.body = Default::default();
                        next.headers.remove(CONTENT_TYPE);
                    }
                    (next.uri, next.method) = (uri, method);
                    redirected = Some(next);
                }
            }
        }
        Err(call.lasting(ErrorKind::Status, format!("more than {} redirects in a row", redirect::MOST)))
    }

    /// Sends a request by way of the middleware, and counts it.
    async fn send(&self, mut request: TransportRequest) -> Result<Response<Body>, TransportError> {
        request.resends = self.count();
        self.call.core.send_once(request).await
    }

    async fn download(&self, mut body: Body, idle: Duration) -> Result<Bytes, Attempted> {
        let call = self.call;
        let mut gathered = Gathered::default();
        loop {
            match within(call.core.clock().as_ref(), idle, body.chunk()).await {
                Ok(Some(Ok(chunk))) => gathered.push(chunk),
                Ok(Some(Err(error))) => return Err(call.broken(error)),
                Ok(None) => return Ok(gathered.finish()),
                Err(_) => return Err(call.timed_out(idle, "the response stalled")),
            }
        }
    }
}

impl ClientCore {
    /// Sends a request by way of the middleware around attempts.
    pub(crate) async fn send_once(&self, request: TransportRequest) -> Result<Response<Body>, TransportError> {
        let span = Span::of_request(&request);
        let sending = async {
            match self.attempt_middleware() {
                [] => self.transport().send(request).await,
                all => Next::new(all, self).run(request).await,
            }
        };
        let answer = span.around(sending).await;
        span.finish_request(&answer);
        answer
    }
}

impl Last for ClientCore {
    fn send(&self, request: TransportRequest) -> Sending<'_> {
        self.transport().send(request)
    }
}

impl RawCall<'_> {
    pub(crate) fn lasting(&self, kind: ErrorKind, message: String) -> Attempted {
        Attempted { failure: Failure::new(kind, self.spec.id, message), mishap: Mishap::Lasting }
    }

    pub(crate) fn too_large(&self, limit: usize) -> Attempted {
        self.lasting(ErrorKind::TooLarge, format!("the response is longer than {} MiB", limit >> 20))
    }

    pub(crate) fn timed_out(&self, limit: Duration, what: &str) -> Attempted {
        Attempted {
            failure: Failure::new(ErrorKind::Timeout, self.spec.id, format!("{what} within {limit:?}")),
            mishap: Mishap::Timeout,
        }
    }

    pub(crate) fn broken(&self, error: TransportError) -> Attempted {
        let error = match error.into_failure() {
            Ok(failure) => return Attempted { failure, mishap: Mishap::Lasting },
            Err(error) => error,
        };
        let (kind, mishap, what) = match error.kind() {
            TransportErrorKind::Connect => (ErrorKind::Connect, Mishap::Connect, "could not connect"),
            TransportErrorKind::Timeout => (ErrorKind::Timeout, Mishap::Timeout, "timed out"),
            TransportErrorKind::Refused => (ErrorKind::Request, Mishap::Lasting, "refused by a middleware"),
            TransportErrorKind::Other => (ErrorKind::Transport, Mishap::Broken, "the connection failed"),
        };
        let message = excerpt(&format!("{what}: {}", innermost(&error)), 200, &self.core.secrets());
        let failure = Failure::new(kind, self.spec.id, message).with_source(error);
        Attempted { failure: failure.without_secrets(self.core), mishap }
    }
}

/// How long a body is, if the server says so before.
fn announced(headers: &HeaderMap) -> Option<u64> {
    headers.get(CONTENT_LENGTH)?.to_str().ok()?.trim().parse().ok()
}

/// The last of a chain of causes, which says most: "connection refused" rather than "error sending request".
fn innermost(error: &TransportError) -> String {
    let mut cause: &dyn std::error::Error = error;
    while let Some(next) = cause.source() {
        cause = next;
    }
    cause.to_string()
}
