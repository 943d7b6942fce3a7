//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{object, string_enum};

object! {
    /// It is decided whether a tool may be called.
    pub struct ToolReviewDoneEvent {
        "type" = "tool.review.done",
        /// When the event was sent, as ISO text.
        timestamp: required(String) = "timestamp",
        /// What the event tells.
        data: required(ToolReviewDoneEventData) = "data",
    }
}

object! {
    /// What the event tells.
    pub struct ToolReviewDoneEventData {
        /// Identifier of the tool.
        tool_id: required(String) = "toolId",
        /// Identifier of this call of the tool.
        tool_call_id: required(String) = "toolCallId",
        /// The decision.
        review: required(ToolReviewDoneEventDataReview) = "review",
    }
}

string_enum! {
    /// The decision.
    pub enum ToolReviewDoneEventDataReview {
        Approved = "approved",
        Rejected = "rejected",
    }
}
