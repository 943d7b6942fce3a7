//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{object, string_enum};

/// It is decided whether a tool may be called.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ToolReviewDoneEvent {
    /// When the event was sent, as ISO text.
    pub timestamp: String,
    /// What the event tells.
    pub data: ToolReviewDoneEventData,
}
object!(ToolReviewDoneEvent {
    "type" = "tool.review.done",
    timestamp: required("timestamp"),
    data: required("data"),
});

/// What the event tells.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ToolReviewDoneEventData {
    /// Identifier of the tool.
    pub tool_id: String,
    /// Identifier of this call of the tool.
    pub tool_call_id: String,
    /// The decision.
    pub review: ToolReviewDoneEventDataReview,
}
object!(ToolReviewDoneEventData {
    tool_id: required("toolId"),
    tool_call_id: required("toolCallId"),
    review: required("review"),
});

/// The decision.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ToolReviewDoneEventDataReview {
    Approved,
    Rejected,
    /// A value that this version does not know.
    Unknown(String),
}
string_enum!(ToolReviewDoneEventDataReview {
    Approved: "approved",
    Rejected: "rejected",
});
