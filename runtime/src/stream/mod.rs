//! Streams of events: server-sent events, or JSON texts.

pub(crate) mod envelope;
pub(crate) mod event;
pub(crate) mod json_lines;
pub(crate) mod operation;
pub(crate) mod raw_events;
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

use futures_core::Stream;
use serde_json::Value;

#[cfg(doc)]
use crate::error::ErrorKind;
use crate::{
    box_future::BoxFuture,
    call::{
        decode::FromResponse,
        error_body::{ReadError, with_body},
        operation::Operation,
        raw_call::RawCall,
        raw_response::{BodyMode, RawResponse},
        receive::{ErrorOf, finish},
        response::Response,
    },
    error::{Error, decode_error::DecodeError},
    stream::{
        event::{Event, FromEvent},
        operation::StreamOperation,
        raw_events::RawEvents,
    },
};

/// A stream of events: server-sent events, or the JSON texts of JSON Lines, NDJSON and JSON text sequences.
///
/// The stream ends with the response or with an event whose data is `[DONE]`. It also ends after a connection error,
/// unless [`reconnects`](crate::RequestOptions::reconnects) is set, but continues after an event that could not be
/// decoded.
///
/// An event that cannot be decoded returns an error. Its kind is [`Event`](ErrorKind::Event) if the server reports an
/// error by the name `error` or a property `error`, and [`Decode`](ErrorKind::Decode) otherwise. The stream continues
/// after both. Settings of the generator override these rules for individual operations.
///
/// `E` is the error type of the operation. An error that the server reports in the stream has a body of this type
/// ([`Error::api`]) if the event, or its property `error`, matches the type. [`Error::body`] is the data of the event
/// as received.
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

type ReadEvent<T> = Result<T, DecodeError>;

/// Creates a stream of these events and errors, for tests of code that receives a stream.
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

    /// Waits for the next event and returns its data. Returns `None` at the end.
    pub async fn next(&mut self) -> Option<Result<T, Error<E>>> {
        self.next_event().await.map(|event| event.map(|event| event.data))
    }

    /// Waits for the next event with its name and ID. Returns `None` at the end.
    pub async fn next_event(&mut self) -> Option<Result<Event<T>, Error<E>>> {
        poll_fn(|context| self.poll_event(context)).await
    }

    /// Returns the ID of the last event yielded by this stream, or of a later event without data. Use it to reopen a
    /// lost stream.
    pub fn last_event_id(&self) -> Option<&str> {
        self.events()?.last_id()
    }

    /// Returns the delay before reopening a lost stream that the server requests.
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
        Poll::Ready(Some(event.map_err(|failure| with_body(failure, &events.rules, *read_error))))
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
            .field("operation", &self.events().map(|events| events.operation()))
            .field("last_event_id", &self.last_event_id())
            .finish_non_exhaustive()
    }
}

/// As the success type of an operation: an event stream. Each event is decoded by `R`, and each error that the server
/// reports by `F`.
impl<R: FromEvent + 'static, F: FromResponse + 'static> FromResponse for EventStream<R, F> {
    type Value = EventStream<R::Value, F::Value>;
    const MODE: BodyMode = BodyMode::EventStream;

    fn from_response(response: &mut RawResponse) -> Result<Self::Value, DecodeError> {
        Ok(EventStream::new(RawEvents::from_response(response)?, R::from_event, F::from_response))
    }
}

/// The events of a call.
pub(crate) type EventsOf<Op> = EventStream<
    <<Op as StreamOperation>::Event as FromEvent>::Value,
    <<Op as Operation>::Failure as FromResponse>::Value,
>;

/// The outcome of awaiting an [`EventsFuture`].
type EventsOutcome<Op> = Result<EventsOf<Op>, ErrorOf<Op>>;

/// The future returned by `.stream()`.
///
/// It is a separate type because the compiler reports the message of [`StreamOperation`] for an operation without
/// events only if the return type of the method does not depend on the trait.
#[must_use = "a call is sent when it is awaited"]
pub struct EventsFuture<Op: StreamOperation>(BoxFuture<'static, EventsOutcome<Op>>);

impl<Op: StreamOperation> Future for EventsFuture<Op> {
    type Output = EventsOutcome<Op>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        self.0.as_mut().poll(context)
    }
}

impl<Op: StreamOperation> fmt::Debug for EventsFuture<Op> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("EventsFuture").field("operation", &Op::SPEC.id).finish_non_exhaustive()
    }
}

impl RawCall {
    /// Sends the call and reads the response as an event stream.
    pub fn receive_events<Op: StreamOperation>(self: Box<Self>) -> EventsFuture<Op> {
        let answer = self.execute(BodyMode::EventStream);
        let events =
            async move { finish::<EventStream<Op::Event, Op::Failure>, Op>(answer.await).map(Response::into_body) };
        EventsFuture(Box::pin(events))
    }
}
