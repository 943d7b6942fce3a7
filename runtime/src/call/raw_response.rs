//! Responses before decoding.

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use crate::{
    call::{context::CallContext, raw_call::RawCall},
    transport::{Body, telemetry::Span},
};

/// The part of a response that is read before decoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum BodyMode {
    /// The whole body, up to 64 MiB, within the timeout of the attempt.
    Buffered,
    /// The whole body without a size limit, within the idle timeout.
    BufferedUnlimited,
    /// Only the headers; the body is an event stream.
    EventStream,
    /// Only the headers; the body is received in chunks.
    Chunked,
}

/// A response before decoding.
pub struct RawResponse {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: RawBody,
}

/// The body of a response, as far as it has been read.
pub(crate) enum RawBody {
    /// The whole body.
    Buffered(Bytes),
    /// An unread body, with the state that reading it requires. Higher floors convert it into streams and downloads.
    Open(Box<OpenBody>),
}

/// A body that is read as it is received.
pub(crate) struct OpenBody {
    pub(crate) body: Body,
    pub(crate) context: CallContext,
    /// A copy of the call, if its stream may be reopened.
    pub(crate) again: Option<Box<RawCall>>,
}

impl RawResponse {
    /// Returns the status.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// Returns the part of the body that has been read.
    pub(crate) fn bytes(&self) -> &[u8] {
        match &self.body {
            RawBody::Buffered(bytes) => bytes,
            RawBody::Open(_) => &[],
        }
    }

    /// Returns the part of the body that has been read, without copying it.
    pub(crate) fn to_bytes(&self) -> Bytes {
        match &self.body {
            RawBody::Buffered(bytes) => bytes.clone(),
            RawBody::Open(_) => Bytes::new(),
        }
    }

    /// Takes an unread body and leaves an empty one.
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

/// A successful response, with the state required for decoding it and for reporting decoding errors.
pub(crate) struct Answered {
    pub(crate) response: RawResponse,
    pub(crate) context: CallContext,
    /// The span of the call.
    pub(crate) span: Option<Span>,
}
