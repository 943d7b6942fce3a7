// Written by apiarist from specs/. Changes are lost: change those, then run `cargo xtask codegen`.

use apiarist_runtime::codegen::{CallBuilder, RawCall};
use apiarist_runtime::{
    BlockingCall, BlockingOperation, BoxFuture, BytesFuture, DownloadFuture,
    EventsFuture, Items, Operation, Outcome, PagedOperation, Pages, RequestOptions,
    ResponseFuture, StreamOperation,
};
use std::fmt;
use std::marker::PhantomData;

/// A call, which is sent when it is awaited: `let pet = client.pets().get("1").await?`.
///
/// Fields and methods of the response exist behind `.await?` only.
///
/// A setter takes a value or an `Option` of it: `None` leaves the call as it is. See [`Optional`].
///
/// [`Optional`]: apiarist_runtime::Optional
#[must_use = "a call is sent when it is awaited"]
pub struct Call<Op> {
    raw: Box<RawCall>,
    operation: PhantomData<fn() -> Op>,
}

impl<Op: Operation> Call<Op> {
    /// Sets timeout, retries, headers and query parameters for this call alone.
    pub fn options(mut self, options: RequestOptions) -> Self {
        self.raw.options(options);
        self
    }

    /// Sends the call and returns the body with status, headers and request id.
    ///
    /// # Errors
    /// If the call cannot be sent, the server responds with an error, or the response cannot be decoded.
    pub fn with_response(self) -> ResponseFuture<Op> {
        self.raw.receive::<Op>()
    }

    /// Sends the call and returns the body as bytes, not decoded, with status, headers and request id.
    ///
    /// # Errors
    /// If the call cannot be sent, or the server responds with an error.
    pub fn raw(self) -> BytesFuture<Op> {
        self.raw.receive_bytes::<Op>()
    }

    /// Sends the call and returns the body in pieces, to be saved as a file or read as it arrives.
    ///
    /// # Errors
    /// If the call cannot be sent, or the server responds with an error.
    pub fn download(self) -> DownloadFuture<Op> {
        self.raw.receive_pieces::<Op>()
    }

    /// Returns the same call without async, which its own methods send. Needs the feature `blocking`.
    pub fn blocking(self) -> BlockingCall<Op>
    where
        Op: BlockingOperation,
    {
        BlockingCall::new(self.raw)
    }

    /// Sends the call and returns the events of the response as they arrive.
    ///
    /// # Errors
    /// If the call cannot be sent, or the server responds with an error or with a body other than events.
    pub fn stream(self) -> EventsFuture<Op>
    where
        Op: StreamOperation,
    {
        self.raw.receive_events::<Op>()
    }

    /// Returns the pages from that of this call on, each requested when it is needed.
    pub fn pages(self) -> Pages<Op>
    where
        Op: PagedOperation,
    {
        self.raw.receive_pages::<Op>()
    }

    /// Returns the items of all pages from that of this call on, one after the other.
    pub fn items(self) -> Items<Op>
    where
        Op: PagedOperation,
    {
        self.raw.receive_items::<Op>()
    }
}

impl<Op: Operation> IntoFuture for Call<Op> {
    type Output = Outcome<Op>;
    type IntoFuture = BoxFuture<'static, Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        self.raw.receive_body::<Op>()
    }
}

impl<Op: Operation> CallBuilder for Call<Op> {
    type Operation = Op;

    fn from_raw_call(raw: Box<RawCall>) -> Self {
        Call {
            raw,
            operation: PhantomData,
        }
    }

    fn raw_call(&mut self) -> &mut RawCall {
        &mut self.raw
    }
}

impl<Op: Operation> fmt::Debug for Call<Op> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.raw, formatter)
    }
}
