// Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::{Object, StringEnum};

/// It is decided whether a tool may be called.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(is("type", "tool.review.done"))]
#[non_exhaustive]
pub struct ToolReviewDoneEvent {
    /// When the event was sent, as ISO text.
    pub timestamp: String,
    /// What the event tells.
    pub data: ToolReviewDoneEventData,
}

/// What the event tells.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct ToolReviewDoneEventData {
    /// Identifier of the tool.
    #[wire("toolId")]
    pub tool_id: String,
    /// Identifier of this call of the tool.
    #[wire("toolCallId")]
    pub tool_call_id: String,
    /// The decision.
    pub review: ToolReviewDoneEventDataReview,
}

/// The decision.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, StringEnum)]
#[non_exhaustive]
pub enum ToolReviewDoneEventDataReview {
    /// `approved`
    #[wire("approved")]
    Approved,
    /// `rejected`
    #[wire("rejected")]
    Rejected,
    /// A value that this version does not know.
    Unknown(String),
}
