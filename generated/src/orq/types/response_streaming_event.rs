//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use super::{
    PartDeltaEvent, PartDoneEvent, ResponseDoneEvent, ResponseFailedEvent, ResponseStartedEvent,
    ToolDoneEvent, ToolFailedEvent, ToolReviewDoneEvent, ToolReviewRequestedEvent,
    ToolStartedEvent,
};
use apiarist_runtime::tagged_union;

tagged_union! {
    /// An event of a streamed reply, told apart by `type`.
    pub enum ResponseStreamingEvent by "type" {
        ResponseStarted(ResponseStartedEvent) = "response.started",
        ResponseDone(ResponseDoneEvent) = "response.done",
        ResponseFailed(ResponseFailedEvent) = "response.failed",
        ToolStarted(ToolStartedEvent) = "tool.started",
        ToolDone(ToolDoneEvent) = "tool.done",
        ToolFailed(ToolFailedEvent) = "tool.failed",
        ToolReviewRequested(ToolReviewRequestedEvent) = "tool.review.requested",
        ToolReviewDone(ToolReviewDoneEvent) = "tool.review.done",
        PartDelta(PartDeltaEvent) = "part.delta",
        PartDone(PartDoneEvent) = "part.done",
    }
}
