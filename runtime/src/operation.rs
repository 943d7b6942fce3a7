//! Operations: what generated code says about each, as one constant.

use crate::{
    event_words::EventWords,
    receive::{Receive, ReceiveEvent},
    security_scheme::SecurityScheme,
};

/// What is the same for every call of an operation.
#[derive(Debug)]
pub struct OperationSpec {
    /// The `operationId`, for error messages.
    pub id: &'static str,
    /// The method, as it is sent.
    pub method: &'static str,
    /// The path with its places in braces.
    pub path: &'static str,
    /// The base URL of the operation, where the document gives it one of its own.
    ///
    /// It counts as long as the client has the base URL of the document: whoever sends a client elsewhere, such as to
    /// a test server, means all of its operations.
    pub base_url: Option<&'static str>,
    /// The media types that are asked for.
    pub accept: &'static str,
    /// The media types that are asked for where the answer shall be a stream.
    pub streams: &'static str,
    /// What ends these streams, and which of their events report an error.
    pub words: EventWords,
    /// Alternatives of schemes that are needed together.
    pub security: &'static [&'static [SecurityScheme]],
}

/// One operation of an API: a marker type that no value has. [`operation!`](crate::operation) implements it.
pub trait Operation: 'static {
    /// What is the same for every call.
    const SPEC: &'static OperationSpec;
    /// How a successful response becomes a value.
    type Success: Receive;
    /// How any other response becomes a value.
    type Failure: Receive;
}

/// An operation that can answer with an event stream.
pub trait StreamOperation: Operation {
    /// How an event becomes a value.
    type Event: ReceiveEvent;
}
