//! Operations: what generated code says about each, as one constant.

use crate::spec::{security_scheme::SecurityScheme, stream_rules::StreamRules};

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
    pub stream_rules: StreamRules,
    /// Alternatives of schemes that are needed together.
    pub security: &'static [&'static [SecurityScheme]],
}

#[doc(hidden)]
impl OperationSpec {
    /// Describes an operation that accepts JSON and needs no credential. Error messages show its identifier.
    pub const fn new(id: &'static str) -> Self {
        OperationSpec {
            id,
            method: "GET",
            path: "",
            base_url: None,
            accept: "application/json",
            streams: "text/event-stream",
            stream_rules: StreamRules::new(),
            security: &[],
        }
    }

    /// Sets the method and the path, with its parameters in braces.
    #[must_use]
    pub const fn route(mut self, method: &'static str, path: &'static str) -> Self {
        self.method = method;
        self.path = path;
        self
    }

    /// Sets the path of a `GET` operation.
    #[must_use]
    pub const fn get(self, path: &'static str) -> Self {
        self.route("GET", path)
    }

    /// Sets the path of a `POST` operation.
    #[must_use]
    pub const fn post(self, path: &'static str) -> Self {
        self.route("POST", path)
    }

    /// Sets the path of a `PUT` operation.
    #[must_use]
    pub const fn put(self, path: &'static str) -> Self {
        self.route("PUT", path)
    }

    /// Sets the path of a `PATCH` operation.
    #[must_use]
    pub const fn patch(self, path: &'static str) -> Self {
        self.route("PATCH", path)
    }

    /// Sets the path of a `DELETE` operation.
    #[must_use]
    pub const fn delete(self, path: &'static str) -> Self {
        self.route("DELETE", path)
    }

    /// Sets the operation's own base URL.
    #[must_use]
    pub const fn base_url(mut self, url: &'static str) -> Self {
        self.base_url = Some(url);
        self
    }

    /// Sets the media types of the header `Accept`.
    #[must_use]
    pub const fn accept(mut self, media_types: &'static str) -> Self {
        self.accept = media_types;
        self
    }

    /// Sets the media types of the header `Accept` of calls whose response is a stream.
    #[must_use]
    pub const fn streams(mut self, media_types: &'static str) -> Self {
        self.streams = media_types;
        self
    }

    /// Sets how the operation's streams end, and which of their events report an error.
    #[must_use]
    pub const fn stream_rules(mut self, stream_rules: StreamRules) -> Self {
        self.stream_rules = stream_rules;
        self
    }

    /// Sets the alternatives of credentials; each is a set of schemes that are needed together.
    #[must_use]
    pub const fn security(mut self, security: &'static [&'static [SecurityScheme]]) -> Self {
        self.security = security;
        self
    }
}
