//! Streams of events: server-sent events, read as the WHATWG's algorithm says, or JSON texts.

use std::{
    collections::VecDeque,
    fmt,
    future::poll_fn,
    pin::Pin,
    task::{Context, Poll, ready},
    time::Duration,
};

use futures_core::Stream;
use serde_json::Value;

use crate::{
    client::ClientCore,
    error::{Error, ErrorKind, Failure, message_of},
    json_lines::{Framing, Texts},
    receive::Unreadable,
    redact::excerpt,
    transport::{Body, BoxFuture},
};

/// The longest event that is read.
const LONGEST: usize = 1 << 20;

/// An event with all that the server said of it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Event<T> {
    /// The event's name; `message` when the server gave none.
    pub name: String,
    /// The last id that the server gave, with this event or before it.
    pub id: Option<String>,
    /// What the event says.
    pub data: T,
}

/// Events as they come: server-sent ones, or the JSON texts of JSON Lines, NDJSON and JSON text sequences.
///
/// Ends with the response, or with an event whose data is `[DONE]`.
/// After an error of the connection the stream ends; after an event that could not be read it goes on.
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
pub struct EventStream<T> {
    events: RawEvents,
    read: fn(&str) -> ReadEvent<T>,
}

type ReadEvent<T> = Result<T, Unreadable>;

impl<T> EventStream<T> {
    pub(crate) fn new(events: RawEvents, read: fn(&str) -> ReadEvent<T>) -> Self {
        EventStream { events, read }
    }

    /// Waits for what the next event says; `None` at the end.
    pub async fn next(&mut self) -> Option<Result<T, Error>> {
        self.next_event().await.map(|event| event.map(|event| event.data))
    }

    /// Waits for the next event with its name and id; `None` at the end.
    pub async fn next_event(&mut self) -> Option<Result<Event<T>, Error>> {
        poll_fn(|context| self.poll_event(context)).await
    }

    /// The last id that the server gave.
    pub fn last_event_id(&self) -> Option<&str> {
        self.events.parser.sent_events().and_then(|parser| parser.id.as_deref())
    }

    /// How long the server asks to wait before a lost stream is taken up again.
    pub fn retry(&self) -> Option<Duration> {
        self.events.parser.sent_events().and_then(|parser| parser.retry)
    }

    pub(crate) fn poll_event(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Event<T>, Error>>> {
        let event = match ready!(self.events.poll_next(context)) {
            None => return Poll::Ready(None),
            Some(Err(failure)) => return Poll::Ready(Some(Err(Error::new(failure, None)))),
            Some(Ok(event)) => event,
        };
        Poll::Ready(Some(match (self.read)(&event.data) {
            Ok(data) => Ok(Event { name: event.name, id: event.id, data }),
            Err(unreadable) => Err(self.events.unreadable(&event, &unreadable)),
        }))
    }
}

impl<T> Stream for EventStream<T> {
    type Item = Result<T, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_event(context).map(|event| event.map(|event| event.map(|event| event.data)))
    }
}

impl<T> fmt::Debug for EventStream<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("EventStream")
            .field("operation", &self.events.operation)
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
    operation: &'static str,
    parser: Splitter,
}

/// What cuts the bytes of a stream into events.
enum Splitter {
    Sent(Parser),
    Texts(Texts),
}

impl Splitter {
    fn new(framing: Framing) -> Self {
        match framing {
            Framing::Events => Splitter::Sent(Parser::default()),
            Framing::Lines | Framing::Sequence => Splitter::Texts(Texts::new(framing, LONGEST)),
        }
    }

    fn sent_events(&self) -> Option<&Parser> {
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
            Splitter::Texts(texts) => texts.pop().map(|data| Event { name: "message".into(), id: None, data }),
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
            Splitter::Sent(parser) => {
                *parser = Parser { id: parser.id.take(), retry: parser.retry, ..Parser::default() }
            }
            Splitter::Texts(texts) => *texts = Texts::new(Framing::Lines, LONGEST),
        }
    }
}

impl RawEvents {
    pub(crate) fn new(body: Body, framing: Framing, core: ClientCore, idle: Duration, operation: &'static str) -> Self {
        RawEvents { body: Some(body), core, idle, waiting: None, operation, parser: Splitter::new(framing) }
    }

    fn poll_next(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Event<String>, Box<Failure>>>> {
        loop {
            if let Some(event) = self.parser.pop() {
                if event.data.trim() != "[DONE]" {
                    return Poll::Ready(Some(Ok(event)));
                }
                self.parser.clear();
                self.body = None;
            }
            if self.parser.is_too_long() {
                return self.end(ErrorKind::TooLarge, format!("an event is longer than {} MiB", LONGEST >> 20), None);
            }
            let Some(body) = &mut self.body else { return Poll::Ready(None) };
            match body.poll_chunk(context) {
                Poll::Ready(Some(Ok(chunk))) => {
                    self.waiting = None;
                    self.parser.push(&chunk);
                }
                Poll::Ready(Some(Err(error))) => {
                    return self.end(ErrorKind::Transport, "the event stream broke off".into(), Some(Box::new(error)));
                }
                Poll::Ready(None) => {
                    self.body = None;
                    self.parser.finish();
                }
                Poll::Pending => {
                    let (clock, idle) = (self.core.clock(), self.idle);
                    ready!(self.waiting.get_or_insert_with(|| clock.sleep(idle)).as_mut().poll(context));
                    return self.end(ErrorKind::Timeout, format!("the event stream was silent for {idle:?}"), None);
                }
            }
        }
    }

    fn end<T>(
        &mut self,
        kind: ErrorKind,
        message: String,
        source: Option<Box<dyn std::error::Error + Send + Sync>>,
    ) -> Poll<Option<Result<T, Box<Failure>>>> {
        self.body = None;
        self.parser.clear();
        let mut failure = Failure::new(kind, self.operation, message);
        failure.source = source;
        Poll::Ready(Some(Err(failure.without_secrets(&self.core))))
    }

    /// The error of an event that was not what the document says; servers report errors in the middle of a stream in such events.
    fn unreadable(&self, event: &Event<String>, unreadable: &Unreadable) -> Error {
        let value: Option<Value> = serde_json::from_str(&event.data).ok();
        let reported = event.name == "error"
            || value.as_ref().is_some_and(|value| value.get("error").is_some_and(|error| !error.is_null()));
        if reported {
            let message = excerpt(&message_of(event.data.as_bytes()), 200, &self.core.secrets());
            return Error::new(
                Failure::new(
                    ErrorKind::Event,
                    self.operation,
                    format!("the server reported an error in the event stream: {message}"),
                )
                .without_secrets(&self.core),
                value,
            );
        }
        Error::new(
            Failure::new(ErrorKind::Decode, self.operation, format!("event `{}`: {unreadable}", event.name))
                .without_secrets(&self.core),
            None,
        )
    }
}

/// Cuts bytes into lines and lines into events.
#[derive(Default)]
struct Parser {
    /// What has come of the line that is not complete.
    line: Vec<u8>,
    /// An event was longer than the limit: nothing more is read.
    too_long: bool,
    /// The last byte was a carriage return: a line feed now belongs to it.
    after_return: bool,
    started: bool,
    name: String,
    data: String,
    has_data: bool,
    id: Option<String>,
    retry: Option<Duration>,
    ready: VecDeque<Event<String>>,
}

impl Parser {
    /// Adds to the line that is not complete, unless the event is too long already.
    fn extend(&mut self, bytes: &[u8]) {
        self.too_long |= self.line.len() + self.data.len() + self.name.len() + bytes.len() > LONGEST;
        if !self.too_long {
            self.line.extend_from_slice(bytes);
        }
    }

    fn push(&mut self, mut bytes: &[u8]) {
        while let Some(first) = bytes.first().filter(|_| !self.too_long) {
            if std::mem::take(&mut self.after_return) && *first == b'\n' {
                bytes = bytes.get(1..).unwrap_or_default();
                continue;
            }
            let Some(end) = bytes.iter().position(|byte| matches!(byte, b'\n' | b'\r')) else {
                self.extend(bytes);
                return;
            };
            let (start, rest) = bytes.split_at(end);
            self.extend(start);
            self.after_return = rest.first() == Some(&b'\r');
            bytes = rest.get(1..).unwrap_or_default();
            let line = std::mem::take(&mut self.line);
            self.take_line(&line);
        }
    }

    fn take_line(&mut self, line: &[u8]) {
        let first = !std::mem::replace(&mut self.started, true);
        let line = if first { line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line) } else { line };
        let line = String::from_utf8_lossy(line);
        if line.is_empty() {
            return self.dispatch();
        }
        let (field, value) = line.split_once(':').unwrap_or((&line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match field {
            "event" => value.clone_into(&mut self.name),
            "data" => {
                if std::mem::replace(&mut self.has_data, true) {
                    self.data.push('\n');
                }
                self.data.push_str(value);
            }
            "id" if !value.contains('\0') => self.id = Some(value.to_owned()),
            "retry" if value.bytes().all(|byte| byte.is_ascii_digit()) => {
                self.retry = value.parse().ok().map(Duration::from_millis).or(self.retry)
            }
            // Comments, which have an empty name, and fields that nobody knows.
            _ => {}
        }
    }

    fn dispatch(&mut self) {
        let name = std::mem::take(&mut self.name);
        let data = std::mem::take(&mut self.data);
        if std::mem::take(&mut self.has_data) {
            let name = if name.is_empty() { "message".to_owned() } else { name };
            self.ready.push_back(Event { name, id: self.id.clone().filter(|id| !id.is_empty()), data });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &[u8] = b"\xef\xbb\xbf: hello\r\nid: 1\nevent: bee\rdata: a\r\ndata:  b\ndata\r\r\n: ping\n\nretry: 1500\nretry: x\ndata:{\"c\":1}\n\nevent: lost\n\nid\ndata: \xc3\xa9\r\n\r\ndata: cut off";

    fn parsed<'a>(chunks: impl Iterator<Item = &'a [u8]>) -> Parser {
        let mut parser = Parser::default();
        chunks.for_each(|chunk| parser.push(chunk));
        parser
    }

    #[test]
    fn events_are_the_same_wherever_the_bytes_are_cut() {
        let event = |name: &str, id: Option<&str>, data: &str| Event {
            name: name.into(),
            id: id.map(Into::into),
            data: data.to_owned(),
        };
        let expected =
            [event("bee", Some("1"), "a\n b\n"), event("message", Some("1"), "{\"c\":1}"), event("message", None, "é")];
        for cut in 0..TEXT.len() {
            let (start, end) = TEXT.split_at(cut);
            let parser = parsed([start, end].into_iter());
            assert_eq!(parser.ready, expected, "cut at {cut}");
            assert_eq!(parser.retry, Some(Duration::from_millis(1500)));
        }
        assert_eq!(parsed(TEXT.chunks(1)).ready, expected);
    }

    #[test]
    fn an_event_with_empty_data_is_an_event() {
        assert_eq!(parsed([&b"data\n\n"[..]].into_iter()).ready.len(), 1);
        assert_eq!(parsed([&b"event: x\n\n"[..]].into_iter()).ready.len(), 0);
    }
}
