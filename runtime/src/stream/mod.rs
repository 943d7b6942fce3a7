//! Streams of events: server-sent events, or JSON texts.

pub(crate) mod envelope;
pub(crate) mod event;
pub(crate) mod json_lines;
pub(crate) mod operation;
pub(crate) mod reconnect;
mod rules;
mod sse;

#[cfg(feature = "testing")]
use std::collections::VecDeque;
use std::{
    fmt,
    future::poll_fn,
    pin::Pin,
    task::{Context, Poll, ready},
    time::Duration,
};

use bytes::Bytes;
use futures_core::Stream;
use http::{HeaderMap, StatusCode};
use serde_json::Value;

use crate::{
    box_future::BoxFuture,
    call::{
        decode::{Answer, Mode, Receive},
        error_body::{ReadError, with_body},
    },
    client::core::ClientCore,
    error::{
        Error, ErrorKind,
        decode_error::Unreadable,
        failure::{FailedResponse, Failure},
        redact::LONGEST_VALUE,
        server_message::message_in,
    },
    spec::{operation::OperationSpec, stream_rules::EventWords},
    stream::{
        event::{Event, ReceiveEvent},
        json_lines::{Framing, Texts},
        reconnect::Reconnect,
        sse::SseParser,
    },
    transport::Body,
};

/// The longest event that is read.
pub(crate) const LONGEST: usize = 1 << 20;

/// Events as they come: server-sent ones, or the JSON texts of JSON Lines, NDJSON and JSON text sequences.
///
/// Ends with the response, or with an event whose data is `[DONE]`. After an error of the connection the stream ends,
/// unless the call has [`reconnects`](crate::RequestOptions::reconnects); after an event that could not be read it goes
/// on.
///
/// An event that could not be read is an error of the kind [`Event`](ErrorKind::Event) where the server reports one by
/// it, as a name or a member `error` tells, and of the kind [`Decode`](ErrorKind::Decode) otherwise. After both the stream
/// goes on. Other words than these, of the ends of streams and of errors, are said for an operation by
/// [`EventWords`](crate::EventWords).
///
/// `E` is the error type of the operation. An error that the server reports in the stream has a body of this type
/// ([`Error::api`]) if the event, or its member `error`, is of that form; [`Error::body`] is the data of the event as it was
/// received.
///
/// ```
/// # use apiarist_runtime::{Error, EventStream, Value};
/// async fn print_all(mut events: EventStream<Value>) -> Result<(), Error> {
///     while let Some(event) = events.next().await {
///         println!("{}", event?);
///     }
///     Ok(())
/// }
/// ```
///
/// It is also a [`futures_core::Stream`].
#[must_use = "events are received when `next` is awaited"]
pub struct EventStream<T, E = Value> {
    source: Source<T, E>,
}

enum Source<T, E> {
    Response {
        events: Box<RawEvents>,
        read: fn(&Event<String>) -> ReadEvent<T>,
        read_error: ReadError<E>,
    },
    #[cfg(feature = "testing")]
    List(VecDeque<Result<Event<T>, Error<E>>>),
}

type ReadEvent<T> = Result<T, Unreadable>;

/// Returns a stream of these events and errors, for tests of code that receives one.
#[cfg(feature = "testing")]
pub fn event_stream<T, E>(events: impl IntoIterator<Item = Result<Event<T>, Error<E>>>) -> EventStream<T, E> {
    EventStream { source: Source::List(events.into_iter().collect()) }
}

impl<T, E> EventStream<T, E> {
    pub(crate) fn new(
        events: Box<RawEvents>,
        read: fn(&Event<String>) -> ReadEvent<T>,
        read_error: ReadError<E>,
    ) -> Self {
        EventStream { source: Source::Response { events, read, read_error } }
    }

    fn events(&self) -> Option<&RawEvents> {
        match &self.source {
            Source::Response { events, .. } => Some(events),
            #[cfg(feature = "testing")]
            Source::List(_) => None,
        }
    }

    /// Waits for what the next event says; `None` at the end.
    pub async fn next(&mut self) -> Option<Result<T, Error<E>>> {
        self.next_event().await.map(|event| event.map(|event| event.data))
    }

    /// Waits for the next event with its name and id; `None` at the end.
    pub async fn next_event(&mut self) -> Option<Result<Event<T>, Error<E>>> {
        poll_fn(|context| self.poll_event(context)).await
    }

    /// The id of the last event that was given out here, or of what came after it and has no data. With it a lost stream
    /// is taken up again.
    pub fn last_event_id(&self) -> Option<&str> {
        self.events()?.last_id()
    }

    /// How long the server asks to wait before a lost stream is taken up again.
    pub fn retry(&self) -> Option<Duration> {
        self.events()?.parser.sent_events()?.retry
    }

    pub(crate) fn poll_event(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Event<T>, Error<E>>>> {
        let (events, read, read_error) = match &mut self.source {
            Source::Response { events, read, read_error } => (events, read, read_error),
            #[cfg(feature = "testing")]
            Source::List(events) => return Poll::Ready(events.pop_front()),
        };
        let event = match ready!(events.poll_event(context)) {
            None => return Poll::Ready(None),
            Some(event) => event.and_then(|event| match read(&event) {
                Ok(data) => Ok(Event { name: event.name, id: event.id, retry: event.retry, data }),
                Err(unreadable) => Err(events.unreadable(&event, &unreadable)),
            }),
        };
        Poll::Ready(Some(event.map_err(|failure| with_body(failure, &events.words, *read_error))))
    }
}

impl<T, E> Unpin for EventStream<T, E> {}

impl<T, E> Stream for EventStream<T, E> {
    type Item = Result<T, Error<E>>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_event(context).map(|event| event.map(|event| event.map(|event| event.data)))
    }
}

impl<T, E> fmt::Debug for EventStream<T, E> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("EventStream")
            .field("operation", &self.events().map(|events| events.spec.id))
            .field("last_event_id", &self.last_event_id())
            .finish_non_exhaustive()
    }
}

/// Events before their data is read.
pub(crate) struct RawEvents {
    /// Nothing once the stream has ended.
    body: Option<Body>,
    core: ClientCore,
    idle: Duration,
    waiting: Option<BoxFuture<'static, ()>>,
    spec: &'static OperationSpec,
    /// The status and the headers of the response, which errors keep.
    status: StatusCode,
    headers: HeaderMap,
    words: EventWords,
    parser: Splitter,
    /// The id of the last event that was given out.
    last_id: Option<String>,
    /// How the stream is taken up again when it is lost, if it is.
    pub(crate) reconnect: Option<Reconnect>,
}

/// What cuts the bytes of a stream into events.
enum Splitter {
    Sent(SseParser),
    Texts(Texts),
}

impl Splitter {
    fn new(framing: Framing, words: EventWords) -> Self {
        match framing {
            Framing::Events => Splitter::Sent(SseParser::new(words)),
            Framing::Lines | Framing::Sequence => Splitter::Texts(Texts::new(framing, LONGEST)),
        }
    }

    fn sent_events(&self) -> Option<&SseParser> {
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

    /// The stream has ended. A server-sent event without the empty line after it does not count.
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

    /// Forgets what has come, but for the last id.
    fn clear(&mut self) {
        match self {
            Splitter::Sent(parser) => *parser = parser.again(),
            Splitter::Texts(texts) => *texts = Texts::new(Framing::Lines, LONGEST),
        }
    }
}

impl RawEvents {
    pub(crate) fn new(
        answer: &Answer,
        body: Body,
        framing: Framing,
        core: ClientCore,
        idle: Duration,
        spec: &'static OperationSpec,
    ) -> Self {
        let (status, headers) = (answer.status, answer.headers.clone());
        let words = if framing == Framing::Events { spec.words } else { spec.words.without_names() };
        let parser = Splitter::new(framing, words);
        let (body, waiting, last_id, reconnect) = (Some(body), None, None, None);
        RawEvents { body, core, idle, waiting, spec, status, headers, words, parser, last_id, reconnect }
    }

    fn last_id(&self) -> Option<&str> {
        match self.parser.sent_events() {
            Some(parser) if parser.ready.is_empty() => parser.last_id.as_deref(),
            _ => self.last_id.as_deref(),
        }
    }

    /// Waits for the next event that the document describes, or for an error that the server reports by one.
    fn poll_event(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Event<String>, Box<Failure>>>> {
        loop {
            let event = match ready!(self.poll_next(context)) {
                Some(Ok(event)) => event,
                end => return Poll::Ready(end),
            };
            if self.words.tell_error(&event) {
                return Poll::Ready(Some(Err(self.reported(&event))));
            }
            if !self.words.pass_over(&event) {
                return Poll::Ready(Some(Ok(event)));
            }
        }
    }

    fn poll_next(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Event<String>, Box<Failure>>>> {
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
                let message = format!("an event is longer than {} MiB", LONGEST >> 20);
                return Poll::Ready(Some(Err(self.failure(ErrorKind::TooLarge, message))));
            }
            let Some(body) = &mut self.body else { return Poll::Ready(None) };
            match body.poll_chunk(context) {
                Poll::Ready(Some(Ok(chunk))) => {
                    self.waiting = None;
                    self.parser.push(&chunk);
                }
                Poll::Ready(Some(Err(error))) => {
                    let failure = self.failure(ErrorKind::Transport, "the event stream broke off").with_source(error);
                    let failure = failure.without_secrets(&self.core.redactor());
                    if let Err(failure) = self.lost(failure) {
                        return Poll::Ready(Some(Err(failure)));
                    }
                }
                Poll::Ready(None) => {
                    self.body = None;
                    self.parser.finish();
                }
                Poll::Pending => {
                    let (clock, idle) = (self.core.clock(), self.idle);
                    ready!(self.waiting.get_or_insert_with(|| clock.sleep(idle)).as_mut().poll(context));
                    let message = format!("the event stream was silent for {idle:?}");
                    let failure = self.failure(ErrorKind::Timeout, message);
                    if let Err(failure) = self.lost(failure) {
                        return Poll::Ready(Some(Err(failure)));
                    }
                }
            }
        }
    }

    /// The next event that has come and that is given out.
    fn pop(&mut self) -> Option<Event<String>> {
        let event = self.parser.pop()?;
        if self.words.end_with(&event) {
            self.parser.clear();
            self.body = None;
            // An error is told even where it ends the stream.
            if !self.words.tell_error(&event) {
                return None;
            }
        }
        self.last_id.clone_from(&event.id);
        if let Some(reconnect) = &mut self.reconnect {
            reconnect.succeeded();
        }
        Some(event)
    }

    /// The stream is lost: it ends, or is taken up again after its last event.
    fn lost(&mut self, failure: Box<Failure>) -> Result<(), Box<Failure>> {
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

    /// The stream is there again; or it is over, where the server has nothing more to say.
    fn go_on(&mut self, answer: Answer) {
        self.body = match answer.events {
            Some(events) if answer.status != StatusCode::NO_CONTENT => events.body,
            _ => None,
        };
        (self.status, self.headers) = (answer.status, answer.headers);
    }

    fn failure(&self, kind: ErrorKind, message: impl Into<String>) -> Box<Failure> {
        self.failure_of(kind, message, "")
    }

    /// A failure by an event, whose data the error keeps.
    fn failure_of(&self, kind: ErrorKind, message: impl Into<String>, data: &str) -> Box<Failure> {
        let mut failure = Failure::new(kind, self.spec.id, message).without_secrets(&self.core.redactor());
        let (headers, body) = (self.headers.clone(), Bytes::copy_from_slice(data.as_bytes()));
        failure.response = Some(FailedResponse { status: self.status, headers, body });
        failure
    }

    /// Returns the failure of an event that does not match the document.
    fn unreadable(&self, event: &Event<String>, unreadable: &Unreadable) -> Box<Failure> {
        if self.words.explain(event) {
            return self.reported(event);
        }
        let redactor = self.core.redactor();
        let unreadable = unreadable.shown(event.data.as_bytes(), &redactor);
        let message = match self.parser.sent_events() {
            Some(_) => format!("event `{}`: {unreadable}", redactor.excerpt(&event.name, LONGEST_VALUE)),
            None => format!("JSON text of the stream: {unreadable}"),
        };
        self.failure_of(ErrorKind::Decode, message, &event.data)
    }

    /// The failure that a server reports by an event, in the middle of a stream.
    fn reported(&self, event: &Event<String>) -> Box<Failure> {
        let mut message = "the server reported an error in the event stream".to_owned();
        let value: Option<Value> = serde_json::from_str(&event.data).ok();
        let said = match (&value, value.as_ref().and_then(|value| self.words.error_in(value))) {
            (_, Some(Value::String(text))) => text.clone(),
            (Some(value), member) => message_in(member.unwrap_or(value)),
            (None, _) => event.data.clone(),
        };
        let said = self.core.redactor().excerpt(&said, 200);
        if !said.is_empty() {
            message.push_str(": ");
            message.push_str(&said);
        }
        self.failure_of(ErrorKind::Event, message, &event.data)
    }
}

/// As the success of an operation: an event stream, each event read by `R`, and each error that the server reports by `F`.
impl<R: ReceiveEvent + 'static, F: Receive + 'static> Receive for EventStream<R, F> {
    type Value = EventStream<R::Value, F::Value>;
    const MODE: Mode = Mode::Events;

    fn receive(answer: &mut Answer) -> Result<Self::Value, Unreadable> {
        let events = answer.events.take().ok_or_else(|| Unreadable::new("expected an event stream"))?;
        Ok(EventStream::new(events, R::receive_event, F::receive))
    }
}
