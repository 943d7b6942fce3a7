// Written by apiarist from specs/orq/openapi.json. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::{
    PartDeltaEvent, PartDoneEvent, ResponseDoneEvent, ResponseFailedEvent,
    ResponseStartedEvent, ToolDoneEvent, ToolFailedEvent, ToolReviewDoneEvent,
    ToolReviewRequestedEvent, ToolStartedEvent,
};
use apiarist_runtime::{TaggedUnion, Value};

/// An event of a streamed response, discriminated by `type`.
#[derive(Clone, TaggedUnion)]
#[union(Debug, PartialEq, tag = "type")]
#[non_exhaustive]
pub enum ResponseStreamingEvent {
    #[wire("response.started")]
    ResponseStarted(ResponseStartedEvent),
    #[wire("response.done")]
    ResponseDone(ResponseDoneEvent),
    #[wire("response.failed")]
    ResponseFailed(ResponseFailedEvent),
    #[wire("tool.started")]
    ToolStarted(ToolStartedEvent),
    #[wire("tool.done")]
    ToolDone(ToolDoneEvent),
    #[wire("tool.failed")]
    ToolFailed(ToolFailedEvent),
    #[wire("tool.review.requested")]
    ToolReviewRequested(ToolReviewRequestedEvent),
    #[wire("tool.review.done")]
    ToolReviewDone(ToolReviewDoneEvent),
    #[wire("part.delta")]
    PartDelta(PartDeltaEvent),
    #[wire("part.done")]
    PartDone(PartDoneEvent),
    /// A value that matches no known variant.
    Unknown(Value),
}
