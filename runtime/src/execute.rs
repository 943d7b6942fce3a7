//! Sending: a call from its request to its answer. Not generic.

use bytes::Bytes;
use http::Response;

use crate::{
    attempts::{Attempts, Note},
    download::Download,
    error::{ErrorKind, FailedResponse, Failure, message_of},
    event_stream::RawEvents,
    json_lines::Framing,
    middleware::Next,
    receive::{Answer, Mode, encoded, media_type},
    reconnect::Reconnect,
    redact::excerpt,
    request::RawCall,
    retry::hint,
    span::Span,
    transport::{Body, BoxFuture, TransportError, body::Gathered},
};

pub(crate) const LONGEST_JSON: usize = 64 << 20;
pub(crate) const LONGEST_ERROR: usize = 1 << 20;

impl<'c> RawCall<'c> {
    /// Sends the call, as often as it takes, and reads the response as far as the mode says.
    pub(crate) fn execute(mut self, mode: Mode) -> BoxFuture<'c, Result<Answer, Box<Failure>>> {
        Box::pin(async move {
            let span = Span::of_call(self.spec);
            let reconnect = if mode == Mode::Events { Reconnect::of(&self) } else { None };
            let mut answer = span.around(self.run(mode)).await;
            if let Some(events) = answer.as_mut().ok().and_then(|answer| answer.events.as_mut()) {
                events.reconnect = reconnect;
            }
            span.finish_call(&mut answer);
            answer
        })
    }

    async fn run(&mut self, mode: Mode) -> Result<Answer, Box<Failure>> {
        let started = self.core.clock().now();
        let (request, sent) = self.prepare(mode).await?;
        let attempts = Attempts::new(self, mode, started, sent);
        let response = match self.core.call_middleware() {
            [] => attempts.run(request).await?,
            all => Next::new(all, &attempts).run(request).await.map_err(|error| self.broken(error).failure)?,
        };
        if response.status().is_success() {
            self.answer(response, mode).await
        } else {
            Err(self.rejected(response).await)
        }
    }

    /// What becomes of a good response.
    async fn answer(&self, response: Response<Body>, mode: Mode) -> Result<Answer, Box<Failure>> {
        let (parts, body) = response.into_parts();
        let mut answer = Answer {
            operation: self.spec.id,
            core: Some(self.core.clone()),
            span: None,
            status: parts.status,
            headers: parts.headers,
            body: Bytes::new(),
            events: None,
            pieces: None,
        };
        let idle = self.timeouts().idle;
        match mode {
            Mode::Whole | Mode::Download => {
                let limit = if mode == Mode::Whole { LONGEST_JSON } else { usize::MAX };
                answer.body = match gather(body, limit).await.map_err(|error| self.broken(error).failure)? {
                    (bytes, true) => bytes,
                    (_, false) => return Err(self.too_large(limit).failure),
                };
            }
            Mode::Events => {
                let found = media_type(&answer.headers);
                // Browsers decode contents and leave the header there.
                let encoded = encoded(&answer.headers).filter(|_| cfg!(not(target_arch = "wasm32")));
                let framing = Framing::of_response(found.as_deref(), self.spec.streams);
                let (Some(framing), None) = (framing, &encoded) else {
                    let found = found.unwrap_or_default();
                    let expected = encoded.unwrap_or_else(|| format!("expected an event stream, found `{found}`"));
                    let message = format!("{}: {expected}", answer.status);
                    let mut failure = Failure::new(ErrorKind::Decode, self.spec.id, message);
                    let (status, headers) = (answer.status, answer.headers.clone());
                    failure.response = Some(FailedResponse { status, headers, body: Bytes::new() });
                    return Err(failure);
                };
                answer.events = Some(RawEvents::new(body, framing, self.core.clone(), idle, self.spec));
            }
            Mode::Pieces => {
                let clock = self.core.clock().clone();
                answer.pieces = Some(Download::new(body, &answer.headers, clock, idle, self.spec.id));
            }
        }
        Ok(answer)
    }

    /// What becomes of an error response.
    async fn rejected(&self, response: Response<Body>) -> Box<Failure> {
        let (parts, body) = response.into_parts();
        // The status is worth more than why the rest could not be read.
        let body = gather(body, LONGEST_ERROR).await.map(|(bytes, _)| bytes).unwrap_or_default();
        let message = excerpt(&message_of(&body), 200, &self.core.secrets());
        let mut text = parts.status.to_string();
        if !message.is_empty() {
            text.push_str(": ");
            text.push_str(&message);
        }
        if let Some(Note(note)) = parts.extensions.get() {
            text.push_str(note);
        }
        let mut failure = Failure::new(ErrorKind::Status, self.spec.id, text).without_secrets(self.core);
        failure.retry_after = hint(&parts.headers, self.core.clock().time_of_day());
        failure.response = Some(FailedResponse { status: parts.status, headers: parts.headers, body });
        failure
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
