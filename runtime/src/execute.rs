//! Sending: attempts, retries, redirects, limits. Not generic.

use std::time::Duration;

use bytes::Bytes;
use http::{
    HeaderMap, HeaderValue, Method, Response, StatusCode, Uri,
    header::{ACCEPT, CONTENT_TYPE, COOKIE, USER_AGENT},
};

use crate::{
    auth::{self, Refusal, Sent},
    body::RequestBody,
    clock::Clock,
    download::Download,
    error::{ErrorKind, FailedResponse, Failure, message_of},
    event_stream::RawEvents,
    json_lines::Framing,
    multipart,
    receive::{Answer, Mode, media_type},
    redact::excerpt,
    redirect::{self, Redirect},
    request::RawCall,
    retry::{LONGEST_HINT, Mishap, hint},
    security_scheme::Authorized,
    timeout::{Timeouts, within},
    transport::{Body, BoxFuture, TransportError, TransportErrorKind, TransportRequest, body::Gathered},
};

const LONGEST_JSON: usize = 64 << 20;
const LONGEST_ERROR: usize = 1 << 20;

/// Why an attempt failed, and what that means for the next.
struct Attempted {
    failure: Box<Failure>,
    mishap: Mishap,
}

impl<'c> RawCall<'c> {
    /// Sends the call, as often as it takes, and reads the response as far as the mode says.
    pub(crate) fn execute(mut self, mode: Mode) -> BoxFuture<'c, Result<Answer, Box<Failure>>> {
        Box::pin(async move {
            let started = self.core.clock().now();
            let (request, sent) = self.prepare(mode).await?;
            self.attempts(request, sent, mode, started).await
        })
    }

    async fn attempts(
        &self,
        mut request: TransportRequest,
        mut sent: Vec<Sent>,
        mode: Mode,
        started: Duration,
    ) -> Result<Answer, Box<Failure>> {
        let (core, timeouts) = (self.core, self.timeouts());
        let policy = self.options.retries.unwrap_or(*core.retries());
        let left =
            || timeouts.deadline.map(|deadline| deadline.saturating_sub(core.clock().now().saturating_sub(started)));
        let mut paid = None;
        let mut retries = 0;
        loop {
            let limit = timeouts.within(left()).attempt;
            let Attempted { failure, mishap } = match self.attempt(request.clone(), mode, limit, &timeouts).await {
                Ok(answer) => {
                    core.budget().give_back(paid);
                    return Ok(answer);
                }
                Err(attempted) => attempted,
            };
            let mut failure = failure;
            // Once: a server that refuses new tokens as well does not mean the tokens.
            let refused = std::mem::take(&mut sent);
            if mishap == Mishap::Status(StatusCode::UNAUTHORIZED) && !refused.is_empty() {
                if self.renew(refused, timeouts.within(left()), &mut request).await? {
                    continue;
                }
            } else {
                sent = refused;
            }
            if !policy.allows(retries)
                || !mishap.is_retried(&request.method, &request.headers)
                || failure.retry_after.is_some_and(|hint| hint > LONGEST_HINT)
            {
                return Err(failure);
            }
            if request.body.is_one_shot() {
                failure
                    .message
                    .push_str("; it is not sent again, since its body is a stream, which can be read only once");
                return Err(failure);
            }
            let delay = failure.retry_after.unwrap_or_else(|| policy.delay(retries, fastrand::f64()));
            if left().is_some_and(|left| left <= delay) {
                return Err(failure);
            }
            paid = core.budget().spend(mishap);
            if paid.is_none() {
                return Err(failure);
            }
            retries += 1;
            core.clock().sleep(delay).await;
        }
    }

    /// Asks for new tokens in the place of those that were refused; whether the request is worth sending again.
    async fn renew(
        &self,
        mut refused: Vec<Sent>,
        timeouts: Timeouts,
        request: &mut TransportRequest,
    ) -> Result<bool, Box<Failure>> {
        let renewed = auth::renew(&mut refused, self.core, timeouts, &mut request.headers).await;
        Ok(renewed.map_err(|refusal| self.refused(refusal))? && !request.body.is_one_shot())
    }

    /// Why the call was not authorized.
    fn refused(&self, refusal: Refusal) -> Box<Failure> {
        let failure = match refusal {
            Refusal::Missing(message) => Failure::new(ErrorKind::Credentials, self.spec.id, message),
            Refusal::Illegal(message) => Failure::new(ErrorKind::Request, self.spec.id, message),
            Refusal::Token(message, error) => {
                let kind = if error.is_timeout() { ErrorKind::Timeout } else { ErrorKind::Credentials };
                Failure::new(kind, self.spec.id, message).with_source(error)
            }
        };
        failure.without_secrets(self.core)
    }

    /// One attempt, with the redirects on the way.
    async fn attempt(
        &self,
        request: TransportRequest,
        mode: Mode,
        limit: Duration,
        timeouts: &Timeouts,
    ) -> Result<Answer, Attempted> {
        let clock = self.core.clock().as_ref();
        let started = clock.now();
        let response = within(clock, limit, self.follow(request))
            .await
            .unwrap_or_else(|_| Err(self.timed_out(limit, "no response")))?;
        let left = limit.saturating_sub(clock.now().saturating_sub(started));
        if !response.status().is_success() {
            return Err(within(clock, left, self.rejected(response))
                .await
                .unwrap_or_else(|_| self.timed_out(limit, "the response did not end")));
        }
        let (parts, body) = response.into_parts();
        let mut answer = Answer {
            operation: self.spec.id,
            core: Some(self.core.clone()),
            status: parts.status,
            headers: parts.headers,
            body: Bytes::new(),
            events: None,
            pieces: None,
        };
        match mode {
            Mode::Whole => {
                let read = within(clock, left, gather(body, LONGEST_JSON)).await;
                answer.body = match read
                    .map_err(|_| self.timed_out(limit, "the response did not end"))?
                    .map_err(|error| self.broken(error))?
                {
                    (bytes, true) => bytes,
                    (_, false) => return Err(self.too_large(LONGEST_JSON)),
                };
            }
            Mode::Download => answer.body = self.download(clock, body, timeouts.idle).await?,
            Mode::Events => {
                let found = media_type(&answer.headers);
                let Some(framing) = Framing::of_response(found.as_deref(), self.spec.streams) else {
                    let found = found.unwrap_or_default();
                    let message = format!("{}: expected an event stream, found `{found}`", answer.status);
                    let mut attempted = self.lasting(ErrorKind::Decode, message);
                    let (status, headers) = (answer.status, answer.headers.clone());
                    attempted.failure.response = Some(FailedResponse { status, headers, body: Bytes::new() });
                    return Err(attempted);
                };
                answer.events = Some(RawEvents::new(body, framing, self.core.clone(), timeouts.idle, self.spec.id));
            }
            Mode::Pieces => {
                let clock = self.core.clock().clone();
                answer.pieces = Some(Download::new(body, &answer.headers, clock, timeouts.idle, self.spec.id));
            }
        }
        Ok(answer)
    }

    /// Sends a request and follows redirects within its origin.
    async fn follow(&self, mut request: TransportRequest) -> Result<Response<Body>, Attempted> {
        for _ in 0..=redirect::MOST {
            let (uri, method) = (request.uri.clone(), request.method.clone());
            let response = self.core.transport().send(request.clone()).await.map_err(|error| self.broken(error))?;
            match redirect::requested(response.status(), response.headers(), &uri, &method) {
                None => return Ok(response),
                Some(Redirect::Elsewhere(host)) => {
                    let mut attempted = self.lasting(
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
                    return Err(self.lasting(ErrorKind::Status, format!("{}: {message}", response.status())));
                }
                Some(Redirect::Follow { uri, method }) => {
                    if method != request.method {
                        request.body = Default::default();
                        request.headers.remove(CONTENT_TYPE);
                    }
                    (request.uri, request.method) = (uri, method);
                }
            }
        }
        Err(self.lasting(ErrorKind::Status, format!("more than {} redirects in a row", redirect::MOST)))
    }

    async fn download(&self, clock: &dyn Clock, mut body: Body, idle: Duration) -> Result<Bytes, Attempted> {
        let mut gathered = Gathered::default();
        loop {
            match within(clock, idle, body.chunk()).await {
                Ok(Some(Ok(chunk))) => gathered.push(chunk),
                Ok(Some(Err(error))) => return Err(self.broken(error)),
                Ok(None) => return Ok(gathered.finish()),
                Err(_) => return Err(self.timed_out(idle, "the response stalled")),
            }
        }
    }

    /// Reads an error response.
    async fn rejected(&self, response: Response<Body>) -> Attempted {
        let (parts, body) = response.into_parts();
        // The status is worth more than why the rest could not be read.
        let body = gather(body, LONGEST_ERROR).await.map(|(bytes, _)| bytes).unwrap_or_default();
        let message = excerpt(&message_of(&body), 200, &self.core.secrets());
        let message =
            if message.is_empty() { parts.status.to_string() } else { format!("{}: {message}", parts.status) };
        let mut failure = Failure::new(ErrorKind::Status, self.spec.id, message).without_secrets(self.core);
        failure.retry_after = hint(&parts.headers, self.core.clock().time_of_day());
        failure.response = Some(FailedResponse { status: parts.status, headers: parts.headers, body });
        Attempted { failure, mishap: Mishap::Status(parts.status) }
    }

    fn lasting(&self, kind: ErrorKind, message: String) -> Attempted {
        Attempted { failure: Failure::new(kind, self.spec.id, message), mishap: Mishap::Lasting }
    }

    fn too_large(&self, limit: usize) -> Attempted {
        self.lasting(ErrorKind::TooLarge, format!("the response is longer than {} MiB", limit >> 20))
    }

    fn timed_out(&self, limit: Duration, what: &str) -> Attempted {
        Attempted {
            failure: Failure::new(ErrorKind::Timeout, self.spec.id, format!("{what} within {limit:?}")),
            mishap: Mishap::Timeout,
        }
    }

    fn broken(&self, error: TransportError) -> Attempted {
        let (kind, mishap, what) = match error.kind() {
            TransportErrorKind::Connect => (ErrorKind::Connect, Mishap::Connect, "could not connect"),
            TransportErrorKind::Timeout => (ErrorKind::Timeout, Mishap::Timeout, "timed out"),
            TransportErrorKind::Other => (ErrorKind::Transport, Mishap::Broken, "the connection failed"),
        };
        let message = excerpt(&format!("{what}: {}", innermost(&error)), 200, &self.core.secrets());
        let failure = Failure::new(kind, self.spec.id, message).with_source(error);
        Attempted { failure: failure.without_secrets(self.core), mishap }
    }

    /// Puts the request together: credentials, headers, URL, form.
    async fn prepare(&mut self, mode: Mode) -> Result<(TransportRequest, Vec<Sent>), Box<Failure>> {
        if let Some(fault) = self.fault.take() {
            return Err(fault);
        }
        let (core, operation) = (self.core, self.spec.id);
        let refused = |message: String| Failure::new(ErrorKind::Request, operation, message);
        let mut headers = core.default_headers().clone();
        let accept = if mode == Mode::Events { self.spec.streams } else { self.spec.accept };
        headers.entry(ACCEPT).or_insert(HeaderValue::from_static(accept));
        headers.entry(USER_AGENT).or_insert_with(|| core.user_agent().clone());
        let timeouts = self.timeouts().within(self.timeouts().deadline);
        let mut authorized = Authorized { headers: &mut headers, query: &mut self.query, cookies: &mut self.cookies };
        let applied =
            core.credentials().apply(self.spec.security, core, timeouts, &self.headers, &mut authorized).await;
        let sent = applied.map_err(|refusal| self.refused(refusal))?;
        replace(&mut headers, std::mem::take(&mut self.headers));
        if !self.cookies.is_empty() {
            let mut cookies = HeaderValue::from_str(&self.cookies.join("; "))
                .map_err(|_| refused("a cookie has characters that a header cannot hold".into()))?;
            cookies.set_sensitive(true);
            headers.insert(COOKIE, cookies);
        }
        if let Some(path) = self.file.take() {
            let length = multipart::file_length(&path).await.map_err(refused)?;
            self.body = RequestBody::default();
            self.body.push_file(path, length);
        }
        if let Some(parts) = self.form.take() {
            let form = multipart::encode(&parts).await.map_err(refused)?;
            headers.insert(
                CONTENT_TYPE,
                HeaderValue::from_str(&form.content_type).map_err(|error| refused(error.to_string()))?,
            );
            self.body = form.body;
        }
        let uri: Uri = self.url().parse().map_err(|error| refused(format!("the URL cannot be used: {error}")))?;
        let request = TransportRequest {
            method: Method::from_bytes(self.spec.method.as_bytes())
                .map_err(|error| refused(format!("`{}` is no method: {error}", self.spec.method)))?,
            uri,
            headers,
            body: std::mem::take(&mut self.body),
            timeouts: self.timeouts(),
        };
        Ok((request, sent))
    }
}

/// Adds headers in place of those of the same name.
fn replace(headers: &mut HeaderMap, by: HeaderMap) {
    for (name, value) in by {
        if let Some(name) = name {
            headers.insert(name, value);
        }
    }
}

/// Reads a body up to a limit; whether that was all of it.
pub(crate) async fn gather(mut body: Body, limit: usize) -> Result<(Bytes, bool), TransportError> {
    let mut gathered = Gathered::default();
    while let Some(chunk) = body.chunk().await {
        let mut chunk = chunk?;
        let room = limit - gathered.len();
        let fits = chunk.len() <= room;
        chunk.truncate(room);
        gathered.push(chunk);
        if !fits {
            return Ok((gathered.finish(), false));
        }
    }
    Ok((gathered.finish(), true))
}

/// The last of a chain of causes, which says most: "connection refused" rather than "error sending request".
fn innermost(error: &TransportError) -> String {
    let mut cause: &dyn std::error::Error = error;
    while let Some(next) = cause.source() {
        cause = next;
    }
    cause.to_string()
}
