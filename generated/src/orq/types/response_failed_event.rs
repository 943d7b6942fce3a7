//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// The reply broke off.
    pub struct ResponseFailedEvent {
        "type" = "response.failed",
        /// When the event was sent, as ISO text.
        timestamp: required(String) = "timestamp",
        /// What the event tells.
        data: required(ResponseFailedEventData) = "data",
    }
}

object! {
    /// What the event tells.
    pub struct ResponseFailedEventData {
        /// What went wrong.
        error: required(String) = "error",
        /// Status code of the failure.
        code: required(f64) = "code",
    }
}
