//! Calls without async, sent by [`BlockingCall`].
//!
//! No async runtime has to be started: the calling thread waits, and one thread shared by all clients runs timers and
//! sockets. Retries, timeouts, redirects and limits are the same as for async calls, because they share the
//! implementation.

mod download;
mod driver;

use std::{
    future::poll_fn,
    pin::Pin,
    task::{Context, Poll},
};

use bytes::Bytes;
use futures_core::Stream;

pub use crate::call::blocking_call::BlockingCall;
pub use download::BlockingDownload;

use crate::{
    call::{
        operation::Operation,
        receive::{ErrorOf, Outcome, SuccessOf},
        response::Response,
    },
    error::Error,
    pages::{Items, PagedOperation, Pages},
    stream::{EventStream, EventsOf, event::Event, operation::StreamOperation},
};
use driver::wait;

impl<Op: Operation> BlockingCall<Op> {
    /// Sends the call and returns the decoded body.
    ///
    /// # Errors
    /// Returns an error if the call cannot be sent, the server returns an error, or the response cannot be decoded.
    pub fn send(self) -> Outcome<Op> {
        sent::<Op, _>(self.raw.receive_body::<Op>())
    }

    /// Sends the call and returns the decoded body with status, headers and request ID.
    ///
    /// # Errors
    /// Returns an error if the call cannot be sent, the server returns an error, or the response cannot be decoded.
    pub fn with_response(self) -> Result<Response<SuccessOf<Op>>, ErrorOf<Op>> {
        sent::<Op, _>(self.raw.receive::<Op>())
    }

    /// Sends the call and returns the body as bytes, not decoded, with status, headers and request ID.
    ///
    /// # Errors
    /// Returns an error if the call cannot be sent or the server returns an error.
    pub fn raw(self) -> Result<Response<Bytes>, ErrorOf<Op>> {
        sent::<Op, _>(self.raw.receive_bytes::<Op>())
    }

    /// Sends the call and returns the body as a stream of chunks, which can be saved as a file.
    ///
    /// # Errors
    /// Returns an error if the call cannot be sent or the server returns an error.
    pub fn download(self) -> Result<BlockingDownload, ErrorOf<Op>> {
        sent::<Op, _>(self.raw.receive_pieces::<Op>()).map(|download| BlockingDownload::new(Op::SPEC.id, download))
    }

    /// Sends the call and returns the events of the response as they are received.
    ///
    /// # Errors
    /// Returns an error if the call cannot be sent, the server returns an error, or the response is not an event
    /// stream.
    pub fn stream(self) -> Result<Blocking<EventsOf<Op>>, ErrorOf<Op>>
    where
        Op: StreamOperation,
    {
        sent::<Op, _>(self.raw.receive_events::<Op>()).map(|events| Blocking::new(Op::SPEC.id, events))
    }

    /// Returns the pages, starting with the page of this call. Each is requested on demand.
    pub fn pages(self) -> Blocking<Pages<Op>>
    where
        Op: PagedOperation,
    {
        Blocking::new(Op::SPEC.id, self.raw.receive_pages::<Op>())
    }

    /// Returns the items of all pages, starting with the page of this call.
    pub fn items(self) -> Blocking<Items<Op>>
    where
        Op: PagedOperation,
    {
        Blocking::new(Op::SPEC.id, self.raw.receive_items::<Op>())
    }
}

fn sent<Op: Operation, T>(future: impl Future<Output = Result<T, ErrorOf<Op>>>) -> Result<T, ErrorOf<Op>> {
    wait(Op::SPEC.id, future).unwrap_or_else(|failure| Err(Error::new(failure, None)))
}

/// An iterator over events, pages or items that blocks until the next one is available.
///
/// ```
/// # use apiarist_runtime::{Error, EventStream, Value, blocking::Blocking};
/// fn print_all(events: Blocking<EventStream<Value>>) -> Result<(), Error> {
///     for event in events {
///         println!("{}", event?);
///     }
///     Ok(())
/// }
/// ```
#[derive(Debug)]
pub struct Blocking<S> {
    operation: &'static str,
    /// `None` once the stream has ended.
    stream: Option<S>,
}

impl<S> Blocking<S> {
    pub(crate) fn new(operation: &'static str, stream: S) -> Self {
        Blocking { operation, stream: Some(stream) }
    }

    /// Returns the remaining stream, or `None` once it has ended.
    pub(crate) fn into_inner(self) -> Option<S> {
        self.stream
    }

    /// Returns the underlying stream, or `None` once it has ended.
    pub fn get_ref(&self) -> Option<&S> {
        self.stream.as_ref()
    }
}

impl<S: Stream<Item = Result<T, Error<E>>> + Unpin, T, E> Iterator for Blocking<S> {
    type Item = Result<T, Error<E>>;

    fn next(&mut self) -> Option<Self::Item> {
        self.wait_for(|stream, context| Pin::new(stream).poll_next(context))
    }
}

impl<S> Blocking<S> {
    /// Waits for the next element. Only a failure to wait ends the stream here: the last event ID remains available
    /// after the end.
    fn wait_for<T, E>(
        &mut self,
        mut next: impl FnMut(&mut S, &mut Context<'_>) -> Poll<Option<Result<T, Error<E>>>>,
    ) -> Option<Result<T, Error<E>>> {
        let stream = self.stream.as_mut()?;
        wait(self.operation, poll_fn(|context| next(&mut *stream, context))).unwrap_or_else(|failure| {
            self.stream = None;
            Some(Err(Error::new(failure, None)))
        })
    }
}

impl<T, E> Blocking<EventStream<T, E>> {
    /// Waits for the next event with its name and ID. Returns `None` at the end.
    pub fn next_event(&mut self) -> Option<Result<Event<T>, Error<E>>> {
        self.wait_for(EventStream::poll_event)
    }
}
