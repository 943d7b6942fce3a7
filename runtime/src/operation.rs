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

impl OperationSpec {
    /// An operation that takes and gives JSON, without security.
    pub const fn new(method: &'static str, path: &'static str, id: &'static str) -> Self {
        OperationSpec {
            id,
            method,
            path,
            base_url: None,
            accept: "application/json",
            streams: "text/event-stream",
            words: EventWords::new(),
            security: &[],
        }
    }

    /// An operation that is called with `GET`.
    pub const fn get(path: &'static str, id: &'static str) -> Self {
        OperationSpec::new("GET", path, id)
    }

    /// An operation that is called with `POST`.
    pub const fn post(path: &'static str, id: &'static str) -> Self {
        OperationSpec::new("POST", path, id)
    }

    /// An operation that is called with `PUT`.
    pub const fn put(path: &'static str, id: &'static str) -> Self {
        OperationSpec::new("PUT", path, id)
    }

    /// An operation that is called with `PATCH`.
    pub const fn patch(path: &'static str, id: &'static str) -> Self {
        OperationSpec::new("PATCH", path, id)
    }

    /// An operation that is called with `DELETE`.
    pub const fn delete(path: &'static str, id: &'static str) -> Self {
        OperationSpec::new("DELETE", path, id)
    }

    /// The base URL, where the document gives the operation one of its own.
    pub const fn base_url(self, url: &'static str) -> Self {
        OperationSpec { base_url: Some(url), ..self }
    }

    /// The media types that are asked for.
    pub const fn accept(self, media_types: &'static str) -> Self {
        OperationSpec { accept: media_types, ..self }
    }

    /// The media types that are asked for where the answer shall be a stream.
    pub const fn streams(self, media_types: &'static str) -> Self {
        OperationSpec { streams: media_types, ..self }
    }

    /// What ends these streams, and which of their events report an error.
    pub const fn words(self, words: EventWords) -> Self {
        OperationSpec { words, ..self }
    }

    /// Alternatives of schemes that are needed together.
    pub const fn security(self, security: &'static [&'static [SecurityScheme]]) -> Self {
        OperationSpec { security, ..self }
    }
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
