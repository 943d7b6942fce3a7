//! A single attempt: a request with its redirects, and the part of the response that belongs to the attempt.

use std::{
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
        context::AttemptError,
        execute::{LONGEST_ERROR, LONGEST_JSON},
        raw_response::BodyMode,
        redirect::{self, Redirect},
        retry_loop::RetryLoop,
    },
    error::{ErrorKind, call_error::FailedResponse},
    transport::{
        Body, TransportError, TransportRequest,
        body::{Gathered, gather},
        timeout::within,
    },
};

impl RetryLoop<'_> {
    /// Sends a request once. The body of the response is read unless the mode leaves it open.
    pub(crate) async fn attempt(
        &self,
        request: &TransportRequest,
        limit: Duration,
    ) -> Result<Box<Response<Body>>, AttemptError> {
        let is_answered = AtomicBool::new(false);
        let answered = pin!(self.answered(request, &is_answered));
        let mut response = within(self.context.core.clock().as_ref(), limit, answered).await.unwrap_or_else(|_| {
            let missing = if is_answered.load(Ordering::Relaxed) {
                "the response was not complete"
            } else {
                "the server did not respond"
            };
            Err(self.context.timed_out(limit, missing))
        })?;
        if self.mode == BodyMode::BufferedUnlimited && response.status().is_success() {
            let body = Box::pin(self.download(response.body_mut(), request.timeouts.idle)).await?;
            *response.body_mut() = Body::from_bytes(body);
        }
        Ok(response)
    }

    /// Sends a request and reads the part of the response that the timeout of an attempt covers. Reports when the
    /// headers have been received.
    async fn answered(
        &self,
        request: &TransportRequest,
        is_answered: &AtomicBool,
    ) -> Result<Box<Response<Body>>, AttemptError> {
        let context = self.context;
        let mut response = self.follow(request).await?;
        is_answered.store(true, Ordering::Relaxed);
        let is_good = response.status().is_success();
        if is_good && self.mode != BodyMode::Buffered {
            return Ok(response);
        }
        let has_body = request.method != Method::HEAD;
        if is_good && has_body && announced(response.headers()).is_some_and(|length| length > LONGEST_JSON as u64) {
            return Err(context.too_large(LONGEST_JSON));
        }
        let limit = if is_good { LONGEST_JSON } else { LONGEST_ERROR };
        let body = match gather(response.body_mut(), limit).await {
            Ok((bytes, true)) => bytes,
            Ok((bytes, false)) if !is_good => bytes,
            Ok((_, false)) => return Err(context.too_large(LONGEST_JSON)),
            // The status is more informative than the reason that the rest could not be read.
            Err(_) if !is_good => Bytes::new(),
            Err(error) => return Err(context.broken(error)),
        };
        *response.body_mut() = Body::from_bytes(body);
        Ok(response)
    }

    /// Sends a request and follows redirects within its origin.
    async fn follow(&self, original: &TransportRequest) -> Result<Box<Response<Body>>, AttemptError> {
        let context = self.context;
        let mut redirected: Option<Box<TransportRequest>> = None;
        for _ in 0..=redirect::MOST {
            let request = redirected.as_deref().unwrap_or(original);
            let response = self.send(request).await.map_err(|error| context.broken(error))?;
            match redirect::requested(response.status(), response.headers(), &request.uri, &request.method) {
                None => return Ok(response),
                Some(redirect) => redirected = Some(self.redirected(request, &response, redirect)?),
            }
        }
        Err(context.lasting(ErrorKind::Status, format!("stopped after {} redirects", redirect::MOST)))
    }

    /// Returns the request that follows a redirect.
    #[cold]
    fn redirected(
        &self,
        request: &TransportRequest,
        response: &Response<Body>,
        redirect: Redirect,
    ) -> Result<Box<TransportRequest>, AttemptError> {
        let context = self.context;
        match redirect {
            Redirect::OtherOrigin(host) => {
                let mut attempted = context.lasting(
                    ErrorKind::Status,
                    format!(
                        "{}: the redirect to another origin, `{host}`, was not followed; its target is the `location` \
                         header in the error's `headers()`",
                        response.status()
                    ),
                );
                attempted.failure.response = Some(FailedResponse {
                    status: response.status(),
                    headers: response.headers().clone(),
                    body: Bytes::new(),
                });
                Err(attempted)
            }
            Redirect::Follow { method, .. } if method == request.method && request.body.is_one_shot() => {
                let message =
                    "the redirect was not followed, because the request body is a stream, which can be read only once";
                Err(context.lasting(ErrorKind::Status, format!("{}: {message}", response.status())))
            }
            Redirect::Follow { uri, method } => {
                let mut next = Box::new(request.clone());
                if method != next.method {
                    next.body = Default::default();
                    next.headers.remove(CONTENT_TYPE);
                }
                (next.uri, next.method) = (uri, method);
                Ok(next)
            }
        }
    }

    /// Sends a request through the attempt middleware, and counts it.
    fn send(&self, request: &TransportRequest) -> impl Future<Output = Result<Box<Response<Body>>, TransportError>> {
        self.context.core.sender().send_once(TransportRequest { resends: self.count(), ..request.clone() })
    }

    async fn download(&self, body: &mut Body, idle: Duration) -> Result<Bytes, AttemptError> {
        let context = self.context;
        let mut gathered = Gathered::default();
        loop {
            match within(context.core.clock().as_ref(), idle, pin!(body.chunk())).await {
                Ok(Some(Ok(chunk))) => gathered.push(chunk),
                Ok(Some(Err(error))) => return Err(context.broken(error)),
                Ok(None) => return Ok(gathered.finish()),
                Err(_) => return Err(context.timed_out(idle, "received no data")),
            }
        }
    }
}

/// Returns the announced length of the body, or `None` if the server did not send it.
fn announced(headers: &HeaderMap) -> Option<u64> {
    headers.get(CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}
