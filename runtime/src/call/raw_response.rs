//! A response on its way to become a value.

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use crate::{
    call::{context::CallContext, raw_call::RawCall},
    transport::{Body, telemetry::Span},
};

/// How much of a response is read before it becomes a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum BodyMode {
    /// All of it, up to 64 MiB, within the time of the attempt.
    Buffered,
    /// All of it, however long, as long as it keeps coming.
    BufferedUnlimited,
    /// Only the headers; the body is an event stream.
    EventStream,
    /// Only the headers; the body is received piece by piece.
    Chunked,
}

/// A response on its way to become a value.
pub struct RawResponse {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: RawBody,
}

/// The body of a response, as far as it has been read.
pub(crate) enum RawBody {
    /// All of it.
    Buffered(Bytes),
    /// None of it, with what reading it takes. Floors above this one make streams and downloads of it.
    Open(Box<OpenBody>),
}

/// A body that is read as it comes.
pub(crate) struct OpenBody {
    pub(crate) body: Body,
    pub(crate) context: CallContext,
    /// The same call, where its stream may be opened again.
    pub(crate) again: Option<Box<RawCall>>,
}

impl RawResponse {
    /// Returns the status.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// Returns what has been read of the body.
    pub(crate) fn bytes(&self) -> &[u8] {
        match &self.body {
            RawBody::Buffered(bytes) => bytes,
            RawBody::Open(_) => &[],
        }
    }

    /// Returns what has been read of the body, without copying it.
    pub(crate) fn to_bytes(&self) -> Bytes {
        match &self.body {
            RawBody::Buffered(bytes) => bytes.clone(),
            RawBody::Open(_) => Bytes::new(),
        }
    }

    /// Takes a body that has not been read, and leaves an empty one.
    pub(crate) fn take_open(&mut self) -> Option<Box<OpenBody>> {
        match std::mem::replace(&mut self.body, RawBody::Buffered(Bytes::new())) {
            RawBody::Open(open) => Some(open),
            RawBody::Buffered(bytes) => {
                self.body = RawBody::Buffered(bytes);
                None
            }
        }
    }
}

/// A successful response, with what turning it into a value and reporting that it is none take.
pub(crate) struct Answered {
    pub(crate) response: RawResponse,
    pub(crate) context: CallContext,
    /// The span of the call.
    pub(crate) span: Option<Span>,
}
