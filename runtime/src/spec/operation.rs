//! Operations, each described by one constant in generated code.

use crate::spec::{security_scheme::SecurityScheme, stream_rules::StreamRules};

/// The facts that all calls of an operation share.
#[derive(Debug)]
pub struct OperationSpec {
    /// The `operationId`, for error messages.
    pub id: &'static str,
    /// The HTTP method.
    pub method: &'static str,
    /// The path template, with parameters in braces.
    pub path: &'static str,
    /// The operation's own base URL, if the document specifies one.
    ///
    /// It is ignored if the caller sets a base URL: a client for a test server sends all operations there.
    pub base_url: Option<&'static str>,
    /// The media types of the `Accept` header.
    pub accept: &'static str,
    /// The media types of the `Accept` header for calls that return a stream.
    pub streams: &'static str,
    /// The rules that identify the terminating event of a stream and events that report an error.
    pub stream_rules: StreamRules,
    /// The alternative sets of security schemes. The schemes of a set are required together.
    pub security: &'static [&'static [SecurityScheme]],
}

#[doc(hidden)]
impl OperationSpec {
    /// Describes an operation that accepts JSON and requires no credential. Error messages contain its `id`.
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

    /// Sets the method and the path template.
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

    /// Sets the media types of the `Accept` header.
    #[must_use]
    pub const fn accept(mut self, media_types: &'static str) -> Self {
        self.accept = media_types;
        self
    }

    /// Sets the media types of the `Accept` header for calls that return a stream.
    #[must_use]
    pub const fn streams(mut self, media_types: &'static str) -> Self {
        self.streams = media_types;
        self
    }

    /// Sets the rules that identify the terminating event of a stream and events that report an error.
    #[must_use]
    pub const fn stream_rules(mut self, stream_rules: StreamRules) -> Self {
        self.stream_rules = stream_rules;
        self
    }

    /// Sets the alternative sets of security schemes. The schemes of a set are required together.
    #[must_use]
    pub const fn security(mut self, security: &'static [&'static [SecurityScheme]]) -> Self {
        self.security = security;
        self
    }
}
