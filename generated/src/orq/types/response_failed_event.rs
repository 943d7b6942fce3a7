// Written by apiarist from specs/orq/openapi.json. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// The response has failed.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, is("type", "response.failed"))]
#[non_exhaustive]
pub struct ResponseFailedEvent {
    /// Time at which the event was sent, in ISO 8601.
    pub timestamp: String,
    /// Data of the event.
    pub data: ResponseFailedEventData,
}

/// Data of the event.
#[derive(Clone, Object)]
#[object(Debug, PartialEq)]
#[non_exhaustive]
pub struct ResponseFailedEventData {
    /// Error message.
    pub error: String,
    /// Status code of the error.
    pub code: f64,
}
