// Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use super::PartDelta;
use apiarist_runtime::Object;

/// More of a part of the reply.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(is("type", "part.delta"))]
#[non_exhaustive]
pub struct PartDeltaEvent {
    /// When the event was sent, as ISO text.
    pub timestamp: String,
    /// What the event tells.
    pub data: PartDeltaEventData,
}

/// What the event tells.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct PartDeltaEventData {
    /// Identifier of the part.
    #[wire("partId")]
    pub part_id: String,
    pub delta: PartDelta,
}
