//! Extensions that say with which data streams of events end: `x-speakeasy-sse-sentinel` of Speakeasy, at a media type or
//! at an operation, and `terminator` in `x-fern-streaming` of Fern, at an operation.

use serde_json::Value;

use crate::model::node::Object;
use crate::model::reader::Reader;

const SENTINEL: &str = "x-speakeasy-sse-sentinel";
const STREAMING: &str = "x-fern-streaming";

impl<'d> Reader<'d, '_> {
    /// The data with which the stream of a media type ends.
    pub(super) fn media_type_end(&mut self, object: &Object<'d>) -> Option<&'d str> {
        self.string(object, SENTINEL)
    }

    /// The data with which the streams of an operation end.
    pub(super) fn operation_end(&mut self, object: &Object<'d>) -> Option<&'d str> {
        self.string(object, SENTINEL).or_else(|| {
            let streaming = object.member(STREAMING)?;
            match (streaming.as_object(), streaming.value) {
                (Some(streaming), _) => self.string(&streaming, "terminator"),
                // Whether there is a stream is known from the media types of the responses.
                (None, Value::Bool(_)) => None,
                (None, other) => self.wrong_type(&streaming.pointer, "an object, `true` or `false`", other),
            }
        })
    }
}
