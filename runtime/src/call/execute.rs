//! Sending: a call from its request to its answer. Not generic.

use bytes::Bytes;
use http::{HeaderMap, Response, StatusCode};

use crate::{
    box_future::BoxFuture,
    call::{
        decode::{Answer, Mode, encoded, media_type},
        raw_call::RawCall,
        retry_loop::{Attempts, Note},
    },
    download::Download,
    error::{
        ErrorKind,
        failure::{FailedResponse, Failure},
        redact::LONGEST_VALUE,
        server_message::message_of,
    },
    stream::{RawEvents, json_lines::Framing, reconnect::Reconnect},
    transport::{Body, body::gather, middleware::Next, retry_policy::hint, telemetry::Span},
};

pub(crate) const LONGEST_JSON: usize = 64 << 20;
pub(crate) const LONGEST_ERROR: usize = 1 << 20;

impl RawCall {
    /// Sends the call, as often as it takes, and reads the response as far as the mode says.
    pub(crate) fn execute(mut self: Box<Self>, mode: Mode) -> BoxFuture<'static, Result<Box<Answer>, Box<Failure>>> {
        Box::pin(async move {
            let span = Span::of_call(self.spec);
            let reconnect = if mode == Mode::Events { Reconnect::of(&self) } else { None };
            let mut answer = span.around(|| self.run(mode)).await;
            if let Some(events) = answer.as_mut().ok().and_then(|answer| answer.events.as_mut()) {
                events.reconnect = reconnect;
            }
            span.finish_call(&mut answer);
            answer
        })
    }

    async fn run(&mut self, mode: Mode) -> Result<Box<Answer>, Box<Failure>> {
        let started = self.core.clock().now();
        let (mut request, sent) = self.prepare(mode).await?;
        let attempts = Attempts::new(self, mode, started, sent);
        let response = match self.core.call_middleware() {
            [] => attempts.run(&mut request).await?,
            all => {
                let answer = Next::new(all, &attempts).run(*request).await;
                Box::new(answer.map_err(|error| self.broken(error).failure)?)
            }
        };
        if response.status().is_success() {
            self.answer(response, mode).await
        } else {
            Err(Box::pin(self.rejected(response)).await)
        }
    }

    /// What becomes of a good response.
    async fn answer(&self, mut response: Box<Response<Body>>, mode: Mode) -> Result<Box<Answer>, Box<Failure>> {
        let limit = match mode {
            Mode::Whole => LONGEST_JSON,
            Mode::Download => usize::MAX,
            Mode::Events => return self.events(*response),
            Mode::Pieces => return Ok(self.pieces(*response)),
        };
        match gather(response.body_mut(), limit).await.map_err(|error| self.broken(error).failure)? {
            (body, true) => Ok(self.answered(response.status(), std::mem::take(response.headers_mut()), body)),
            (_, false) => Err(self.too_large(limit).failure),
        }
    }

    /// An answer with as much of its body as has been read.
    fn answered(&self, status: StatusCode, headers: HeaderMap, body: Bytes) -> Box<Answer> {
        Box::new(Answer {
            operation: self.spec.id,
            core: Some(self.core.clone()),
            span: None,
            status,
            headers,
            body,
            events: None,
            pieces: None,
        })
    }

    /// An answer whose body is a stream of events.
    fn events(&self, response: Response<Body>) -> Result<Box<Answer>, Box<Failure>> {
        let (parts, body) = response.into_parts();
        let mut answer = self.answered(parts.status, parts.headers, Bytes::new());
        let found = media_type(&answer.headers);
        // Browsers decode contents and leave the header there.
        let encoded = encoded(&answer.headers).filter(|_| cfg!(not(target_arch = "wasm32")));
        let framing = Framing::of_response(found.as_deref(), self.spec.streams);
        let (Some(framing), None) = (framing, &encoded) else {
            let found = self.core.redactor().excerpt(&found.unwrap_or_default(), LONGEST_VALUE);
            let expected = encoded.unwrap_or_else(|| format!("expected an event stream, found `{found}`"));
            let message = format!("{}: {expected}", answer.status);
            let mut failure =
                Failure::new(ErrorKind::Decode, self.spec.id, message).without_secrets(&self.core.redactor());
            let (status, headers) = (answer.status, answer.headers.clone());
            failure.response = Some(FailedResponse { status, headers, body: Bytes::new() });
            return Err(failure);
        };
        let events = RawEvents::new(&answer, body, framing, self.core.clone(), self.timeouts().idle, self.spec);
        answer.events = Some(Box::new(events));
        Ok(answer)
    }

    /// An answer whose body is read piece by piece.
    fn pieces(&self, response: Response<Body>) -> Box<Answer> {
        let (parts, body) = response.into_parts();
        let mut answer = self.answered(parts.status, parts.headers, Bytes::new());
        let clock = self.core.clock().clone();
        let pieces = Download::new(body, &answer.headers, clock, self.timeouts().idle, self.spec.id);
        answer.pieces = Some(Box::new(pieces));
        answer
    }

    /// What becomes of an error response.
    async fn rejected(&self, response: Box<Response<Body>>) -> Box<Failure> {
        let (parts, mut body) = response.into_parts();
        // The status is worth more than why the rest could not be read.
        let body = gather(&mut body, LONGEST_ERROR).await.map(|(bytes, _)| bytes).unwrap_or_default();
        let message = self.core.redactor().excerpt(&message_of(&body), 200);
        let mut text = parts.status.to_string();
        if !message.is_empty() {
            text.push_str(": ");
            text.push_str(&message);
        }
        if let Some(Note(note)) = parts.extensions.get() {
            text.push_str(note);
        }
        let mut failure = Failure::new(ErrorKind::Status, self.spec.id, text).without_secrets(&self.core.redactor());
        failure.retry_after = hint(&parts.headers, self.core.clock().time_of_day());
        failure.response = Some(FailedResponse { status: parts.status, headers: parts.headers, body });
        failure
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        EventWords, OperationSpec, RawCall, call::decode::Mode, client::config::ClientSettings,
        spec::client_description::ClientDescription, testing::FakeTransport,
    };

    const DESCRIPTION: ClientDescription = ClientDescription {
        name: "hives",
        user_agent: "hives/1",
        base_url: Some("https://hives.example"),
        operation_servers: &[],
        variables: &[],
        credentials: &[],
        needs: &[],
    };
    const OPERATION: OperationSpec = OperationSpec {
        id: "getHive",
        method: "GET",
        path: "/hives",
        base_url: None,
        accept: "application/json",
        streams: "text/event-stream",
        words: EventWords::new(),
        security: &[],
    };

    /// Allocators give out pieces of up to a kilobyte much faster than larger ones.
    #[test]
    fn the_future_of_a_call_is_smaller_than_a_kilobyte() {
        let mut settings = ClientSettings::new(&DESCRIPTION);
        settings.transport(FakeTransport::new());
        let core = settings.build().unwrap();
        let future = RawCall::new(core, &OPERATION, &[]).execute(Mode::Whole);
        let size = size_of_val(&*future);
        assert!(size <= 1024, "{size} bytes");
    }
}
