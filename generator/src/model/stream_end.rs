//! Extensions that say with which data streams of events end: `x-speakeasy-sse-sentinel` of Speakeasy, at a media type or
//! at an operation, and `terminator` in `x-fern-streaming` of Fern, at an operation.

use serde_json::{Map, Value};

use super::reader::Reader;
use crate::source::Pointer;

const SENTINEL: &str = "x-speakeasy-sse-sentinel";
const STREAMING: &str = "x-fern-streaming";

impl<'d> Reader<'d, '_> {
    /// The data with which the stream of a media type ends.
    pub(super) fn media_type_end(&mut self, members: &'d Map<String, Value>, at: &Pointer) -> Option<&'d str> {
        self.string(members, at, SENTINEL)
    }

    /// The data with which the streams of an operation end.
    pub(super) fn operation_end(&mut self, members: &'d Map<String, Value>, at: &Pointer) -> Option<&'d str> {
        self.string(members, at, SENTINEL).or_else(|| match members.get(STREAMING)? {
            Value::Object(streaming) => self.string(streaming, &at.join(STREAMING), "terminator"),
            // Whether there is a stream is known from the media types of the responses.
            Value::Bool(_) | Value::Null => None,
            other => self.wrong_type(&at.join(STREAMING), "an object, `true` or `false`", other),
        })
    }
}
