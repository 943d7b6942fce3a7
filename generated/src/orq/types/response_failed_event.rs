//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// The reply broke off.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ResponseFailedEvent {
    /// When the event was sent, as ISO text.
    pub timestamp: String,
    /// What the event tells.
    pub data: ResponseFailedEventData,
}
object!(ResponseFailedEvent {
    "type" = "response.failed",
    timestamp: required("timestamp"),
    data: required("data"),
});

/// What the event tells.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ResponseFailedEventData {
    /// What went wrong.
    pub error: String,
    /// Status code of the failure.
    pub code: f64,
}
object!(ResponseFailedEventData {
    error: required("error"),
    code: required("code"),
});
