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
pub type ResultText<'c> = Pin<Box<dyn Future<Output = String> + 'c>>;

/// A call, optionally with a way to receive its response.
pub trait Played<'c> {
    /// Returns the result of awaiting the call.
    fn awaited(self) -> ResultText<'c>;

    /// Returns the result of sending the call without async.
    fn sent(self) -> String;
}

fn describe<T: Debug, E: error::Error>(outcome: Result<T, E>) -> String {
    outcome.map_or_else(|error| describe_error(&error), |value| format!("{value:?}"))
}

/// Returns the messages of an error and its sources.
pub fn describe_error(error: &dyn error::Error) -> String {
    let mut text = format!("error: {error}");
    let mut source = error.source();
    while let Some(error) = source {
        text.push_str(&format!(": {error}"));
        source = error.source();
    }
    text
}

impl<'c, Op: Operation + 'static> Played<'c> for Call<Op>
where
    SuccessOf<Op>: Debug,
    ErrorOf<Op>: error::Error,
{
    fn awaited(self) -> ResultText<'c> {
        Box::pin(async move { describe(self.await) })
    }

    fn sent(self) -> String {
        describe(self.blocking().send())
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
    fn awaited(self) -> ResultText<'c> {
        Box::pin(async move {
            match self.0.stream().await {
                Ok(stream) => all(stream).await,
                Err(error) => describe_error(&error),
            }
        })
    }

    fn sent(self) -> String {
        match self.0.blocking().stream() {
            Ok(stream) => stream.map(describe).collect::<Vec<_>>().join(" | "),
            Err(error) => describe_error(&error),
        }
    }
}

async fn all<T: Debug, E>(mut stream: EventStream<T, E>) -> String
where
    Error<E>: error::Error,
{
    let mut items = Vec::new();
    while let Some(item) = stream.next().await {
        items.push(describe(item));
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
    fn awaited(self) -> ResultText<'c> {
        Box::pin(async move {
            let mut stream = match self.0.stream().await {
                Ok(stream) => stream,
                Err(error) => return describe_error(&error),
            };
            let mut words = Vec::new();
            while let Some(event) = stream.next_event().await {
                words.push(describe_event(event));
            }
            words.extend(stream.retry().map(|retry| format!("retry {retry:?}")));
            words.join(" ")
        })
    }

    fn sent(self) -> String {
        let mut stream = match self.0.blocking().stream() {
            Ok(stream) => stream,
            Err(error) => return describe_error(&error),
        };
        let mut words = Vec::new();
        while let Some(event) = stream.next_event() {
            words.push(describe_event(event));
        }
        words.extend(stream.get_ref().and_then(EventStream::retry).map(|retry| format!("retry {retry:?}")));
        words.join(" ")
    }
}

/// Returns an event as text: `name#id:data`.
fn describe_event<E: error::Error>(event: Result<Event<String>, E>) -> String {
    let event = match event {
        Ok(event) => event,
        Err(error) => return describe_error(&error),
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
    fn awaited(self) -> ResultText<'c> {
        Box::pin(async move { describe(self.0.with_response().await.map(self.1)) })
    }

    fn sent(self) -> String {
        describe(self.0.blocking().with_response().map(self.1))
    }
}

/// A call that fails, with an inspected part of its error.
pub struct Failed<Op: Operation, T>(Call<Op>, fn(ErrorOf<Op>) -> T);

/// Inspects a part of the error.
pub fn failed<Op: Operation, T>(call: Call<Op>, part: fn(ErrorOf<Op>) -> T) -> Failed<Op, T> {
    Failed(call, part)
}

impl<Op: Operation, T: Debug> Failed<Op, T> {
    fn describe<S>(part: fn(ErrorOf<Op>) -> T, outcome: Result<S, ErrorOf<Op>>) -> String {
        outcome.map_or_else(|error| format!("{:?}", part(error)), |_| "it did not fail".into())
    }
}

impl<'c, Op: Operation, T: Debug + 'c> Played<'c> for Failed<Op, T> {
    fn awaited(self) -> ResultText<'c> {
        Box::pin(async move { Self::describe(self.1, self.0.await) })
    }

    fn sent(self) -> String {
        Self::describe(self.1, self.0.blocking().send())
    }
}
