//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{
    PartDeltaEvent, PartDoneEvent, ResponseDoneEvent, ResponseFailedEvent, ResponseStartedEvent,
    ToolDoneEvent, ToolFailedEvent, ToolReviewDoneEvent, ToolReviewRequestedEvent,
    ToolStartedEvent,
};
use apiarist_runtime::{Value, tagged_union};

/// An event of a streamed reply, told apart by `type`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ResponseStreamingEvent {
    ResponseStarted(ResponseStartedEvent),
    ResponseDone(ResponseDoneEvent),
    ResponseFailed(ResponseFailedEvent),
    ToolStarted(ToolStartedEvent),
    ToolDone(ToolDoneEvent),
    ToolFailed(ToolFailedEvent),
    ToolReviewRequested(ToolReviewRequestedEvent),
    ToolReviewDone(ToolReviewDoneEvent),
    PartDelta(PartDeltaEvent),
    PartDone(PartDoneEvent),
    /// A value of a kind that this version does not know.
    Unknown(Value),
}
tagged_union!(ResponseStreamingEvent by "type" {
    ResponseStarted: "response.started",
    ResponseDone: "response.done",
    ResponseFailed: "response.failed",
    ToolStarted: "tool.started",
    ToolDone: "tool.done",
    ToolFailed: "tool.failed",
    ToolReviewRequested: "tool.review.requested",
    ToolReviewDone: "tool.review.done",
    PartDelta: "part.delta",
    PartDone: "part.done",
});
