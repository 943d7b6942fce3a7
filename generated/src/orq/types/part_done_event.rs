// Written by apiarist from specs/orq/openapi.json. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::PartDelta;
use apiarist_runtime::Object;

/// A part of the response is complete.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, is("type", "part.done"))]
#[non_exhaustive]
pub struct PartDoneEvent {
    /// Time at which the event was sent, in ISO 8601.
    pub timestamp: String,
    /// Data of the event.
    pub data: PartDoneEventData,
}

/// Data of the event.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct PartDoneEventData {
    /// ID of the part.
    #[wire("partId")]
    pub part_id: String,
    /// The complete part.
    pub part: PartDelta,
}
