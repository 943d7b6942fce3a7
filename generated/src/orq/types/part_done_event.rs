//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use super::PartDelta;
use apiarist_runtime::object;

/// A part of the reply is complete.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PartDoneEvent {
    /// When the event was sent, as ISO text.
    pub timestamp: String,
    /// What the event tells.
    pub data: PartDoneEventData,
}
object!(PartDoneEvent {
    "type" = "part.done",
    timestamp: required("timestamp"),
    data: required("data"),
});

/// What the event tells.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PartDoneEventData {
    /// Identifier of the part.
    pub part_id: String,
    /// The whole part.
    pub part: PartDelta,
}
object!(PartDoneEventData {
    part_id: required("partId"),
    part: required("part"),
});
