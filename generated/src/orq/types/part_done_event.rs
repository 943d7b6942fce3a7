// Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use super::PartDelta;
use apiarist_runtime::Object;

/// A part of the reply is complete.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(is("type", "part.done"))]
#[non_exhaustive]
pub struct PartDoneEvent {
    /// When the event was sent, as ISO text.
    pub timestamp: String,
    /// What the event tells.
    pub data: PartDoneEventData,
}

/// What the event tells.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct PartDoneEventData {
    /// Identifier of the part.
    #[wire("partId")]
    pub part_id: String,
    /// The whole part.
    pub part: PartDelta,
}
