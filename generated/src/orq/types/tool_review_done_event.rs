// Written by apiarist from specs/orq/openapi.json. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::{Object, StringEnum};

/// A tool call has been reviewed.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, is("type", "tool.review.done"))]
#[non_exhaustive]
pub struct ToolReviewDoneEvent {
    /// Time at which the event was sent, in ISO 8601.
    pub timestamp: String,
    /// Data of the event.
    pub data: ToolReviewDoneEventData,
}

/// Data of the event.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, rename_all = "camelCase")]
#[non_exhaustive]
pub struct ToolReviewDoneEventData {
    /// ID of the tool.
    pub tool_id: String,
    /// ID of the tool call.
    pub tool_call_id: String,
    /// The review decision.
    pub review: ToolReviewDoneEventDataReview,
}

/// The review decision.
#[derive(Clone, StringEnum)]
#[string_enum(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ToolReviewDoneEventDataReview {
    /// `approved`
    Approved,
    /// `rejected`
    Rejected,
    /// A value unknown to this version.
    Unknown(String),
}
