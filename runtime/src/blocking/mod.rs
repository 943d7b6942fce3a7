//! Calls without async: the same calls, sent by [`BlockingCall`].
//!
//! No runtime has to be started: the calling thread waits, and one thread that all clients share has the timers and
//! sockets. Retries, timeouts, redirects and limits are the same, since the same code does it all.

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
    /// Sends the call and gives the body.
    ///
    /// # Errors
    /// When the call cannot be sent, the server answers with an error, or the answer cannot be read.
    pub fn send(self) -> Outcome<Op> {
        sent::<Op, _>(self.raw.receive_body::<Op>())
    }

    /// Sends the call and gives the body with status, headers and request id.
    ///
    /// # Errors
    /// When the call cannot be sent, the server answers with an error, or the answer cannot be read.
    pub fn with_response(self) -> Result<Response<SuccessOf<Op>>, ErrorOf<Op>> {
        sent::<Op, _>(self.raw.receive::<Op>())
    }

    /// Sends the call and gives the body as bytes, unread, with status, headers and request id.
    ///
    /// # Errors
    /// When the call cannot be sent, or the server answers with an error.
    pub fn raw(self) -> Result<Response<Bytes>, ErrorOf<Op>> {
        sent::<Op, _>(self.raw.receive_bytes::<Op>())
    }

    /// Sends the call and gives the body piece by piece, to be saved as a file or read as it comes.
    ///
    /// # Errors
    /// When the call cannot be sent, or the server answers with an error.
    pub fn download(self) -> Result<BlockingDownload, ErrorOf<Op>> {
        sent::<Op, _>(self.raw.receive_pieces::<Op>()).map(|download| BlockingDownload::new(Op::SPEC.id, download))
    }

    /// Sends the call and gives the events of the answer as they come.
    ///
    /// # Errors
    /// When the call cannot be sent, or the server answers with an error or with something else than events.
    pub fn stream(self) -> Result<Blocking<EventsOf<Op>>, ErrorOf<Op>>
    where
        Op: StreamOperation,
    {
        sent::<Op, _>(self.raw.receive_events::<Op>()).map(|events| Blocking::new(Op::SPEC.id, events))
    }

    /// Gives the pages that begin with that of this call, each asked for when it is its turn.
    pub fn pages(self) -> Blocking<Pages<Op>>
    where
        Op: PagedOperation,
    {
        Blocking::new(Op::SPEC.id, self.raw.receive_pages::<Op>())
    }

    /// Gives the items of all pages that begin with that of this call, one after the other.
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

/// Events, pages or items as an iterator, which waits for each.
#[derive(Debug)]
pub struct Blocking<S> {
    operation: &'static str,
    /// Nothing once it has ended.
    stream: Option<S>,
}

impl<S> Blocking<S> {
    pub(crate) fn new(operation: &'static str, stream: S) -> Self {
        Blocking { operation, stream: Some(stream) }
    }

    /// What is left to be iterated over; nothing once it has ended.
    pub(crate) fn into_inner(self) -> Option<S> {
        self.stream
    }

    /// What is iterated over; nothing once it has ended.
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
    /// Waits for what comes next. Only a failure to wait at all ends the stream here: the last id can still be asked for
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
    /// Waits for the next event with its name and id; `None` at the end.
    pub fn next_event(&mut self) -> Option<Result<Event<T>, Error<E>>> {
        self.wait_for(EventStream::poll_event)
    }
}
