// Written by apiarist from specs/orq/openapi.json. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::PartDelta;
use apiarist_runtime::Object;

/// A delta of a part of the response.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, is("type", "part.delta"))]
#[non_exhaustive]
pub struct PartDeltaEvent {
    /// Time at which the event was sent, in ISO 8601.
    pub timestamp: String,
    /// Data of the event.
    pub data: PartDeltaEventData,
}

/// Data of the event.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct PartDeltaEventData {
    /// ID of the part.
    #[wire("partId")]
    pub part_id: String,
    pub delta: PartDelta,
}
