//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use super::PartDelta;
use apiarist_runtime::object;

object! {
    /// A part of the reply is complete.
    pub struct PartDoneEvent {
        "type" = "part.done",
        /// When the event was sent, as ISO text.
        timestamp: required(String) = "timestamp",
        /// What the event tells.
        data: required(PartDoneEventData) = "data",
    }
}

object! {
    /// What the event tells.
    pub struct PartDoneEventData {
        /// Identifier of the part.
        part_id: required(String) = "partId",
        /// The whole part.
        part: required(PartDelta) = "part",
    }
}
