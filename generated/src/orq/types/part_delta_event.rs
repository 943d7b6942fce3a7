//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use super::PartDelta;
use apiarist_runtime::object;

object! {
    /// More of a part of the reply.
    pub struct PartDeltaEvent {
        "type" = "part.delta",
        /// When the event was sent, as ISO text.
        timestamp: required(String) = "timestamp",
        /// What the event tells.
        data: required(PartDeltaEventData) = "data",
    }
}

object! {
    /// What the event tells.
    pub struct PartDeltaEventData {
        /// Identifier of the part.
        part_id: required(String) = "partId",
        delta: required(PartDelta) = "delta",
    }
}
