//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use super::PartDelta;
use apiarist_runtime::object;

/// More of a part of the reply.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PartDeltaEvent {
    /// When the event was sent, as ISO text.
    pub timestamp: String,
    /// What the event tells.
    pub data: PartDeltaEventData,
}
object!(PartDeltaEvent {
    "type" = "part.delta",
    timestamp: required("timestamp"),
    data: required("data"),
});

/// What the event tells.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PartDeltaEventData {
    /// Identifier of the part.
    pub part_id: String,
    pub delta: PartDelta,
}
object!(PartDeltaEventData {
    part_id: required("partId"),
    delta: required("delta"),
});
