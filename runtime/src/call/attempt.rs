//! One attempt: a request with the redirects on the way, and as much of the response as belongs to it.

use std::{
    error,
    pin::pin,
    sync::atomic::{AtomicBool, Ordering},
    time::Duration,
};

use bytes::Bytes;
use http::{
    HeaderMap, Method, Response,
    header::{CONTENT_LENGTH, CONTENT_TYPE},
};

use crate::{
    call::{
        decode::Mode,
        execute::{LONGEST_ERROR, LONGEST_JSON},
        raw_call::RawCall,
        redirect::{self, Redirect},
        retry_loop::Attempts,
    },
    error::{
        ErrorKind,
        failure::{FailedResponse, Failure},
    },
    transport::{
        Body, TransportError, TransportErrorKind, TransportRequest,
        body::{Gathered, gather},
        middleware::Last,
        retry_policy::Mishap,
        timeout::within,
    },
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
    ) -> Result<Box<Response<Body>>, Attempted> {
        let is_answered = AtomicBool::new(false);
        let answered = pin!(self.answered(request, &is_answered));
        let mut response = within(self.call.core.clock().as_ref(), limit, answered).await.unwrap_or_else(|_| {
            let missing = if is_answered.load(Ordering::Relaxed) { "the response did not end" } else { "no response" };
            Err(self.call.timed_out(limit, missing))
        })?;
        if self.mode == Mode::Download && response.status().is_success() {
            let body = Box::pin(self.download(response.body_mut(), request.timeouts.idle)).await?;
            *response.body_mut() = Body::from_bytes(body);
        }
        Ok(response)
    }

    /// Sends a request and reads as much of the response as the time of an attempt is for. Tells when the headers are
    /// there.
    async fn answered(
        &self,
        request: &TransportRequest,
        is_answered: &AtomicBool,
    ) -> Result<Box<Response<Body>>, Attempted> {
        let call = self.call;
        let mut response = self.follow(request).await?;
        is_answered.store(true, Ordering::Relaxed);
        let is_good = response.status().is_success();
        if is_good && self.mode != Mode::Whole {
            return Ok(response);
        }
        let has_body = request.method != Method::HEAD;
        if is_good && has_body && announced(response.headers()).is_some_and(|length| length > LONGEST_JSON as u64) {
            return Err(call.too_large(LONGEST_JSON));
        }
        let limit = if is_good { LONGEST_JSON } else { LONGEST_ERROR };
        let body = match gather(response.body_mut(), limit).await {
            Ok((bytes, true)) => bytes,
            Ok((bytes, false)) if !is_good => bytes,
            Ok((_, false)) => return Err(call.too_large(LONGEST_JSON)),
            // The status is worth more than why the rest could not be read.
            Err(_) if !is_good => Bytes::new(),
            Err(error) => return Err(call.broken(error)),
        };
        *response.body_mut() = Body::from_bytes(body);
        Ok(response)
    }

    /// Sends a request and follows redirects within its origin.
    async fn follow(&self, original: &TransportRequest) -> Result<Box<Response<Body>>, Attempted> {
        let call = self.call;
        let mut redirected: Option<Box<TransportRequest>> = None;
        for _ in 0..=redirect::MOST {
            let request = redirected.as_deref().unwrap_or(original);
            let response = self.send(request).await.map_err(|error| call.broken(error))?;
            match redirect::requested(response.status(), response.headers(), &request.uri, &request.method) {
                None => return Ok(response),
                Some(Redirect::Elsewhere(host)) => {
                    let mut attempted = call.lasting(
                        ErrorKind::Status,
                        format!(
                            "{}: the redirect to another origin, `{host}`, was not followed; where it leads is \
                             `location` of the error's `headers()`",
                            response.status()
                        ),
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
                    redirected = Some(Box::new(next));
                }
            }
        }
        Err(call.lasting(ErrorKind::Status, format!("more than {} redirects in a row", redirect::MOST)))
    }

    /// Sends a request by way of the middleware, and counts it.
    fn send(&self, request: &TransportRequest) -> impl Future<Output = Result<Box<Response<Body>>, TransportError>> {
        self.call.core.sender().send_once(TransportRequest { resends: self.count(), ..request.clone() })
    }

    async fn download(&self, body: &mut Body, idle: Duration) -> Result<Bytes, Attempted> {
        let call = self.call;
        let mut gathered = Gathered::default();
        loop {
            match within(call.core.clock().as_ref(), idle, pin!(body.chunk())).await {
                Ok(Some(Ok(chunk))) => gathered.push(chunk),
                Ok(Some(Err(error))) => return Err(call.broken(error)),
                Ok(None) => return Ok(gathered.finish()),
                Err(_) => return Err(call.timed_out(idle, "the response stalled")),
            }
        }
    }
}

impl RawCall {
    pub(crate) fn lasting(&self, kind: ErrorKind, message: String) -> Attempted {
        let failure = Failure::new(kind, self.spec.id, message).without_secrets(&self.core.redactor());
        Attempted { failure, mishap: Mishap::Lasting }
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
        if let Some(error) = error.unreadable_body() {
            return self.caused_by(error, ErrorKind::File, Mishap::Lasting, "the body cannot be read");
        }
        let (kind, mishap, what) = match error.kind() {
            TransportErrorKind::Connect => (ErrorKind::Connect, Mishap::Connect, "could not connect"),
            TransportErrorKind::Timeout => (ErrorKind::Timeout, Mishap::Timeout, "timed out"),
            TransportErrorKind::Refused => (ErrorKind::Request, Mishap::Lasting, "refused by a middleware"),
            TransportErrorKind::Other => (ErrorKind::Transport, Mishap::Broken, "the connection failed"),
        };
        self.caused_by(error, kind, mishap, what)
    }

    fn caused_by(
        &self,
        error: impl Into<Box<dyn error::Error + Send + Sync>>,
        kind: ErrorKind,
        mishap: Mishap,
        message: &str,
    ) -> Attempted {
        let failure = Failure::new(kind, self.spec.id, message).with_source(error);
        Attempted { failure: failure.without_secrets(&self.core.redactor()), mishap }
    }
}

/// How long a body is, if the server says so before.
fn announced(headers: &HeaderMap) -> Option<u64> {
    headers.get(CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}
