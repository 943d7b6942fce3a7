//! Extensions that name the terminator of an event stream: `x-speakeasy-sse-sentinel` of Speakeasy, in a media type or
//! an operation, and `terminator` in `x-fern-streaming` of Fern, in an operation.

use serde_json::Value;

use crate::model::node::Object;
use crate::model::reader::Reader;

const SENTINEL: &str = "x-speakeasy-sse-sentinel";
const STREAMING: &str = "x-fern-streaming";

impl<'d> Reader<'d, '_> {
    /// Returns the terminator of the stream of a media type.
    pub(super) fn media_type_end(&mut self, object: &Object<'d>) -> Option<&'d str> {
        self.string(object, SENTINEL)
    }

    /// Returns the terminator of the streams of an operation.
    pub(super) fn operation_end(&mut self, object: &Object<'d>) -> Option<&'d str> {
        self.string(object, SENTINEL).or_else(|| {
            let streaming = object.member(STREAMING)?;
            match (streaming.as_object(), streaming.value) {
                (Some(streaming), _) => self.string(&streaming, "terminator"),
                // The media types of the responses decide whether there is a stream.
                (None, Value::Bool(_)) => None,
                (None, other) => self.wrong_type(&streaming.pointer, "an object, `true` or `false`", other),
            }
        })
    }
}
