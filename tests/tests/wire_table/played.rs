//! The calls of rows, and the ways to receive their responses.

use std::error;
use std::fmt::Debug;
use std::future::Future;
use std::pin::Pin;

use apiarist_runtime::{
    Error, ErrorOf, Event, EventStream, Operation, Response, StreamOperation, SuccessOf, codegen::FromEvent,
};
use apiarist_tests::Call;

/// The result of a call as text.
pub type Told<'c> = Pin<Box<dyn Future<Output = String> + 'c>>;

/// A call, optionally with a way to receive its response.
pub trait Played<'c> {
    /// Returns the result of awaiting the call.
    fn awaited(self) -> Told<'c>;

    /// Returns the result of sending the call without async.
    fn sent(self) -> String;
}

fn told<T: Debug, E: error::Error>(outcome: Result<T, E>) -> String {
    outcome.map_or_else(|error| told_error(&error), |value| format!("{value:?}"))
}

/// Returns the messages of an error and its sources.
pub fn told_error(error: &dyn error::Error) -> String {
    let mut told = format!("error: {error}");
    let mut source = error.source();
    while let Some(error) = source {
        told.push_str(&format!(": {error}"));
        source = error.source();
    }
    told
}

impl<'c, Op: Operation + 'static> Played<'c> for Call<Op>
where
    SuccessOf<Op>: Debug,
    ErrorOf<Op>: error::Error,
{
    fn awaited(self) -> Told<'c> {
        Box::pin(async move { told(self.await) })
    }

    fn sent(self) -> String {
        told(self.blocking().send())
    }
}

/// A call whose response is a stream. The result has the data or the error of each event.
pub struct Streamed<Op>(Call<Op>);

/// Reads the response as an event stream.
pub fn stream<Op>(call: Call<Op>) -> Streamed<Op> {
    Streamed(call)
}

impl<'c, Op: StreamOperation + 'static> Played<'c> for Streamed<Op>
where
    <Op::Event as FromEvent>::Value: Debug,
    ErrorOf<Op>: error::Error,
{
    fn awaited(self) -> Told<'c> {
        Box::pin(async move {
            match self.0.stream().await {
                Ok(stream) => all(stream).await,
                Err(error) => told_error(&error),
            }
        })
    }

    fn sent(self) -> String {
        match self.0.blocking().stream() {
            Ok(stream) => stream.map(told).collect::<Vec<_>>().join(" | "),
            Err(error) => told_error(&error),
        }
    }
}

async fn all<T: Debug, E>(mut stream: EventStream<T, E>) -> String
where
    Error<E>: error::Error,
{
    let mut items = Vec::new();
    while let Some(item) = stream.next().await {
        items.push(told(item));
    }
    items.join(" | ")
}

/// A call whose response is a stream of text events. The result has the name and id of each, and the final retry delay.
pub struct Texts<Op>(Call<Op>);

/// Reads the response as a stream of text events, with all their fields.
pub fn texts<Op>(call: Call<Op>) -> Texts<Op> {
    Texts(call)
}

impl<'c, Op: StreamOperation + 'static> Played<'c> for Texts<Op>
where
    Op::Event: FromEvent<Value = String>,
    ErrorOf<Op>: error::Error,
{
    fn awaited(self) -> Told<'c> {
        Box::pin(async move {
            let mut stream = match self.0.stream().await {
                Ok(stream) => stream,
                Err(error) => return told_error(&error),
            };
            let mut words = Vec::new();
            while let Some(event) = stream.next_event().await {
                words.push(said(event));
            }
            words.extend(stream.retry().map(|retry| format!("retry {retry:?}")));
            words.join(" ")
        })
    }

    fn sent(self) -> String {
        let mut stream = match self.0.blocking().stream() {
            Ok(stream) => stream,
            Err(error) => return told_error(&error),
        };
        let mut words = Vec::new();
        while let Some(event) = stream.next_event() {
            words.push(said(event));
        }
        words.extend(stream.get_ref().and_then(EventStream::retry).map(|retry| format!("retry {retry:?}")));
        words.join(" ")
    }
}

/// Returns an event as text: `name#id:data`.
fn said<E: error::Error>(event: Result<Event<String>, E>) -> String {
    let event = match event {
        Ok(event) => event,
        Err(error) => return told_error(&error),
    };
    let id = event.id.map(|id| format!("#{id}")).unwrap_or_default();
    format!("{}{id}:{}", event.name, event.data.replace('\n', "⏎"))
}

/// A call with an inspected part of its response.
pub struct Seen<Op: Operation, T>(Call<Op>, fn(Response<SuccessOf<Op>>) -> T);

/// Inspects a part of the response.
pub fn seen<Op: Operation, T>(call: Call<Op>, part: fn(Response<SuccessOf<Op>>) -> T) -> Seen<Op, T> {
    Seen(call, part)
}

impl<'c, Op: Operation, T: Debug + 'c> Played<'c> for Seen<Op, T>
where
    ErrorOf<Op>: error::Error,
{
    fn awaited(self) -> Told<'c> {
        Box::pin(async move { told(self.0.with_response().await.map(self.1)) })
    }

    fn sent(self) -> String {
        told(self.0.blocking().with_response().map(self.1))
    }
}

/// A call that fails, with an inspected part of its error.
pub struct Failed<Op: Operation, T>(Call<Op>, fn(ErrorOf<Op>) -> T);

/// Inspects a part of the error.
pub fn failed<Op: Operation, T>(call: Call<Op>, part: fn(ErrorOf<Op>) -> T) -> Failed<Op, T> {
    Failed(call, part)
}

impl<Op: Operation, T: Debug> Failed<Op, T> {
    fn said<S>(part: fn(ErrorOf<Op>) -> T, outcome: Result<S, ErrorOf<Op>>) -> String {
        outcome.map_or_else(|error| format!("{:?}", part(error)), |_| "it did not fail".into())
    }
}

impl<'c, Op: Operation, T: Debug + 'c> Played<'c> for Failed<Op, T> {
    fn awaited(self) -> Told<'c> {
        Box::pin(async move { Self::said(self.1, self.0.await) })
    }

    fn sent(self) -> String {
        Self::said(self.1, self.0.blocking().send())
    }
}
