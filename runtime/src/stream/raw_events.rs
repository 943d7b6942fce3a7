//! Events before decoding: from the bytes of a response to events, across lost connections.

use std::task::{Context, Poll, ready};

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use serde_json::Value;

use crate::{
    box_future::BoxFuture,
    call::{
        context::CallContext,
        decode::{FromResponse, encoded, media_type},
        raw_response::{BodyMode, OpenBody, RawResponse},
    },
    error::{
        ErrorKind,
        call_error::{CallError, FailedResponse},
        decode_error::DecodeError,
        redact::LONGEST_VALUE,
        server_message::message_in,
    },
    spec::stream_rules::StreamRules,
    stream::{
        event::{Event, LONGEST},
        json_lines::{Framing, Texts},
        reconnect::Reconnect,
        sse::SseParser,
    },
    transport::Body,
};

/// A stream of events before decoding.
pub(crate) struct RawEvents {
    /// `None` once the stream has ended.
    body: Option<Body>,
    context: CallContext,
    waiting: Option<BoxFuture<'static, ()>>,
    /// The status and the headers of the response, which errors contain.
    status: StatusCode,
    headers: HeaderMap,
    pub(super) rules: StreamRules,
    pub(super) parser: Splitter,
    /// The ID of the last event yielded.
    last_id: Option<String>,
    /// The state for reopening a lost stream, if reopening is enabled.
    reconnect: Option<Reconnect<RawEvents>>,
}

/// A splitter of a stream's bytes into events.
pub(super) enum Splitter {
    Sent(SseParser),
    Texts(Texts),
}

impl Splitter {
    fn new(framing: Framing, rules: StreamRules) -> Self {
        match framing {
            Framing::Events => Splitter::Sent(SseParser::new(rules)),
            Framing::Lines | Framing::Sequence => Splitter::Texts(Texts::new(framing, LONGEST)),
        }
    }

    pub(super) fn sent_events(&self) -> Option<&SseParser> {
        match self {
            Splitter::Sent(parser) => Some(parser),
            Splitter::Texts(_) => None,
        }
    }

    fn push(&mut self, bytes: &[u8]) {
        match self {
            Splitter::Sent(parser) => parser.push(bytes),
            Splitter::Texts(texts) => texts.push(bytes),
        }
    }

    /// Ends the stream. A server-sent event without a terminating empty line is dropped.
    fn finish(&mut self) {
        if let Splitter::Texts(texts) = self {
            texts.finish();
        }
    }

    fn pop(&mut self) -> Option<Event<String>> {
        match self {
            Splitter::Sent(parser) => parser.ready.pop_front(),
            Splitter::Texts(texts) => {
                texts.pop().map(|data| Event { name: "message".into(), id: None, retry: None, data })
            }
        }
    }

    fn is_too_long(&self) -> bool {
        match self {
            Splitter::Sent(parser) => parser.too_long,
            Splitter::Texts(texts) => texts.is_too_long(),
        }
    }

    /// Discards the received data except the last ID.
    fn clear(&mut self) {
        match self {
            Splitter::Sent(parser) => *parser = parser.again(),
            Splitter::Texts(texts) => *texts = Texts::new(Framing::Lines, LONGEST),
        }
    }
}

impl FromResponse for RawEvents {
    type Value = Box<RawEvents>;
    const MODE: BodyMode = BodyMode::EventStream;

    fn from_response(response: &mut RawResponse) -> Result<Box<RawEvents>, DecodeError> {
        let open = response.take_open().ok_or_else(|| DecodeError::new("expected an event stream"))?;
        RawEvents::open(*open, response.status, &response.headers).map(Box::new)
    }
}

impl RawEvents {
    /// Starts reading a stream.
    ///
    /// # Errors
    /// Returns an error if the response is not an event stream.
    fn open(open: OpenBody, status: StatusCode, headers: &HeaderMap) -> Result<Self, DecodeError> {
        let OpenBody { body, context, again } = open;
        let found = media_type(headers);
        // Browsers decode the content but keep the header.
        let encoded = encoded(headers).filter(|_| cfg!(not(target_arch = "wasm32")));
        let framing = Framing::of_response(found.as_deref(), context.spec.streams);
        let (Some(framing), None) = (framing, &encoded) else {
            let found = context.core.redactor().excerpt(&found.unwrap_or_default(), LONGEST_VALUE);
            let expected = encoded.unwrap_or_else(|| format!("expected an event stream, found `{found}`"));
            return Err(DecodeError::new(expected));
        };
        let rules = context.spec.stream_rules;
        let rules = if framing == Framing::Events { rules } else { rules.without_names() };
        Ok(RawEvents {
            body: Some(body),
            reconnect: again.map(|call| Reconnect::new(call, context.deadline())),
            context,
            waiting: None,
            status,
            headers: headers.clone(),
            rules,
            parser: Splitter::new(framing, rules),
            last_id: None,
        })
    }

    /// Returns the `operationId`.
    pub(super) fn operation(&self) -> &'static str {
        self.context.spec.id
    }

    pub(super) fn last_id(&self) -> Option<&str> {
        match self.parser.sent_events() {
            Some(parser) if parser.ready.is_empty() => parser.last_id.as_deref(),
            _ => self.last_id.as_deref(),
        }
    }

    /// Waits for the next documented event, or for an event that reports an error.
    pub(super) fn poll_event(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Event<String>, Box<CallError>>>> {
        loop {
            let event = match ready!(self.poll_next(context)) {
                Some(Ok(event)) => event,
                end => return Poll::Ready(end),
            };
            if self.rules.reports_error(&event) {
                return Poll::Ready(Some(Err(self.reported(&event))));
            }
            if !self.rules.skips(&event) {
                return Poll::Ready(Some(Ok(event)));
            }
        }
    }

    fn poll_next(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Event<String>, Box<CallError>>>> {
        loop {
            if let Some(event) = self.pop() {
                return Poll::Ready(Some(Ok(event)));
            }
            if let Some(reopened) = self.reconnect.as_mut().map(|reconnect| reconnect.poll(context)) {
                match ready!(reopened) {
                    Some(Ok(reopened)) => self.go_on(*reopened),
                    Some(Err(failure)) => match self.lost(failure) {
                        Ok(()) => continue,
                        Err(failure) => return Poll::Ready(Some(Err(failure))),
                    },
                    None => {}
                }
            }
            if self.parser.is_too_long() {
                self.body = None;
                self.parser.clear();
                let message = format!("an event exceeds the limit of {} MiB", LONGEST >> 20);
                return Poll::Ready(Some(Err(self.failure(ErrorKind::TooLarge, message))));
            }
            let Some(body) = &mut self.body else { return Poll::Ready(None) };
            match body.poll_chunk(context) {
                Poll::Ready(Some(Ok(chunk))) => {
                    self.waiting = None;
                    self.parser.push(&chunk);
                }
                Poll::Ready(Some(Err(error))) => {
                    let failure =
                        self.failure(ErrorKind::Transport, "the event stream was interrupted").with_source(error);
                    let failure = failure.without_secrets(&self.context.core.redactor());
                    if let Err(failure) = self.lost(failure) {
                        return Poll::Ready(Some(Err(failure)));
                    }
                }
                Poll::Ready(None) => {
                    self.body = None;
                    self.parser.finish();
                }
                Poll::Pending => {
                    let (clock, idle) = (self.context.core.clock(), self.context.timeouts.idle);
                    ready!(self.waiting.get_or_insert_with(|| clock.sleep(idle)).as_mut().poll(context));
                    let message = format!("received no data within {idle:?}");
                    let failure = self.failure(ErrorKind::Timeout, message);
                    if let Err(failure) = self.lost(failure) {
                        return Poll::Ready(Some(Err(failure)));
                    }
                }
            }
        }
    }

    /// Returns the next received event that is yielded.
    fn pop(&mut self) -> Option<Event<String>> {
        let event = self.parser.pop()?;
        if self.rules.ends_with(&event) {
            self.parser.clear();
            self.body = None;
            // An error is reported even if its event terminates the stream.
            if !self.rules.reports_error(&event) {
                return None;
            }
        }
        self.last_id.clone_from(&event.id);
        if let Some(reconnect) = &mut self.reconnect {
            reconnect.succeeded();
        }
        Some(event)
    }

    /// Handles the loss of the stream: ends it, or reopens it after its last event.
    fn lost(&mut self, failure: Box<CallError>) -> Result<(), Box<CallError>> {
        self.body = None;
        self.waiting = None;
        self.parser.clear();
        match (&mut self.reconnect, &self.parser) {
            (Some(reconnect), Splitter::Sent(parser)) => {
                reconnect.begin(failure, parser.last_id.as_deref(), parser.retry)
            }
            _ => Err(failure),
        }
    }

    /// Continues with the reopened stream, or ends if the server has no more events.
    fn go_on(&mut self, opened: RawEvents) {
        self.body = opened.body.filter(|_| opened.status != StatusCode::NO_CONTENT);
        (self.status, self.headers) = (opened.status, opened.headers);
    }

    fn failure(&self, kind: ErrorKind, message: impl Into<String>) -> Box<CallError> {
        self.failure_of(kind, message, "")
    }

    /// Returns the error of an event. The error contains the data of the event.
    fn failure_of(&self, kind: ErrorKind, message: impl Into<String>, data: &str) -> Box<CallError> {
        let mut failure = self.context.failure(kind, message);
        let (headers, body) = (self.headers.clone(), Bytes::copy_from_slice(data.as_bytes()));
        failure.response = Some(FailedResponse { status: self.status, headers, body });
        failure
    }

    /// Returns the error of an event that does not match the document.
    pub(super) fn unreadable(&self, event: &Event<String>, unreadable: &DecodeError) -> Box<CallError> {
        if self.rules.explains(event) {
            return self.reported(event);
        }
        let redactor = self.context.core.redactor();
        let unreadable = unreadable.shown(event.data.as_bytes(), &redactor);
        let message = match self.parser.sent_events() {
            Some(_) => format!("event `{}`: {unreadable}", redactor.excerpt(&event.name, LONGEST_VALUE)),
            None => format!("JSON value of the stream: {unreadable}"),
        };
        self.failure_of(ErrorKind::Decode, message, &event.data)
    }

    /// Returns the error that a server reports by an event in the stream.
    fn reported(&self, event: &Event<String>) -> Box<CallError> {
        let mut message = "the server reported an error in the event stream".to_owned();
        let value: Option<Value> = serde_json::from_str(&event.data).ok();
        let said = match (&value, value.as_ref().and_then(|value| self.rules.error_in(value))) {
            (_, Some(Value::String(text))) => text.clone(),
            (Some(value), member) => message_in(member.unwrap_or(value)),
            (None, _) => event.data.clone(),
        };
        let said = self.context.core.redactor().excerpt(&said, 200);
        if !said.is_empty() {
            message.push_str(": ");
            message.push_str(&said);
        }
        self.failure_of(ErrorKind::Event, message, &event.data)
    }
}
