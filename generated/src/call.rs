// Written by apiarist from specs/. Changes are lost: edit the documents instead, then run `cargo xtask codegen`.

use apiarist_runtime::codegen::{CallBuilder, RawCall};
use apiarist_runtime::{
    BlockingCall, BlockingOperation, BoxFuture, BytesFuture, DownloadFuture,
    EventsFuture, Items, Operation, Outcome, PagedOperation, Pages, RequestOptions,
    ResponseFuture, StreamOperation,
};
use std::fmt;
use std::marker::PhantomData;

/// A call to an operation. Await it to send it: `let pet = client.pets().get("1").await?`.
///
/// The response is available only after `.await?`.
///
/// Each setter accepts a value or an `Option`; `None` leaves the call unchanged. See [`Optional`].
///
/// [`Optional`]: apiarist_runtime::Optional
#[must_use = "a call is sent when it is awaited"]
pub struct Call<Op> {
    raw: Box<RawCall>,
    operation: PhantomData<fn() -> Op>,
}

impl<Op: Operation> Call<Op> {
    /// Sets the timeout, retries, headers and query parameters of this call only.
    pub fn options(mut self, options: RequestOptions) -> Self {
        self.raw.options(options);
        self
    }

    /// Sends the call and returns the decoded body with the status, headers and request ID.
    ///
    /// # Errors
    /// Returns an error if the call cannot be sent, the server responds with an error, or the response cannot be decoded.
    pub fn with_response(self) -> ResponseFuture<Op> {
        self.raw.receive::<Op>()
    }

    /// Sends the call and returns the undecoded body with the status, headers and request ID.
    ///
    /// # Errors
    /// Returns an error if the call cannot be sent, or the server responds with an error.
    pub fn raw(self) -> BytesFuture<Op> {
        self.raw.receive_bytes::<Op>()
    }

    /// Sends the call and streams the body, to save it to a file or read it as it arrives.
    ///
    /// # Errors
    /// Returns an error if the call cannot be sent, or the server responds with an error.
    pub fn download(self) -> DownloadFuture<Op> {
        self.raw.receive_pieces::<Op>()
    }

    /// Converts the call into a blocking one, whose methods send it. Requires the feature `blocking`.
    pub fn blocking(self) -> BlockingCall<Op>
    where
        Op: BlockingOperation,
    {
        BlockingCall::new(self.raw)
    }

    /// Sends the call and streams the events of the response.
    ///
    /// # Errors
    /// Returns an error if the call cannot be sent, or the server responds with an error or without an event stream.
    pub fn stream(self) -> EventsFuture<Op>
    where
        Op: StreamOperation,
    {
        self.raw.receive_events::<Op>()
    }

    /// Returns the pages, starting with the page of this call. Each page is requested when it is needed.
    pub fn pages(self) -> Pages<Op>
    where
        Op: PagedOperation,
    {
        self.raw.receive_pages::<Op>()
    }

    /// Returns the items of all pages, starting with the page of this call.
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
