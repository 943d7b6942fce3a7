// Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// The reply broke off.
#[derive(Clone, Debug, PartialEq, Object)]
#[object(is("type", "response.failed"))]
#[non_exhaustive]
pub struct ResponseFailedEvent {
    /// When the event was sent, as ISO text.
    pub timestamp: String,
    /// What the event tells.
    pub data: ResponseFailedEventData,
}

/// What the event tells.
#[derive(Clone, Debug, PartialEq, Object)]
#[non_exhaustive]
pub struct ResponseFailedEventData {
    /// What went wrong.
    pub error: String,
    /// Status code of the failure.
    pub code: f64,
}
