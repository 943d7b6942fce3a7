//! Tracing spans of calls and requests, following the OpenTelemetry conventions for HTTP clients.
//!
//! With the feature `tracing`, each call has a span that contains a span for each request: each attempt and each
//! redirect. No span contains a secret: headers are omitted, and only the names of query parameters are recorded.

#[cfg(feature = "tracing")]
pub(crate) use on::Span;

#[cfg(not(feature = "tracing"))]
pub(crate) use off::Span;

#[cfg(feature = "tracing")]
mod on {
    use http::{Response, StatusCode, Uri};
    use tracing::{Instrument as _, field::Empty, info_span, instrument::Instrumented};

    use crate::{
        error::{ErrorKind, call_error::CallError},
        spec::operation::OperationSpec,
        transport::{Body, TransportError, TransportErrorKind, TransportRequest, url::port},
    };

    /// The methods known to the conventions; others are recorded as `_OTHER`.
    const METHODS: &[&str] = &["GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH", "QUERY"];

    /// The span of a call or a request. If it is dropped before it is finished, the call was cancelled.
    pub(crate) struct Span {
        span: tracing::Span,
        is_finished: bool,
    }

    impl Span {
        fn new(span: tracing::Span) -> Self {
            Span { span, is_finished: false }
        }

        /// Creates the span of a whole call.
        pub(crate) fn of_call(operation: &OperationSpec) -> Self {
            Span::new(info_span!(
                "call",
                otel.name = operation.id,
                otel.kind = "internal",
                otel.status_code = Empty,
                http.request.method = known(operation.method),
                http.response.status_code = Empty,
                "error.type" = Empty,
            ))
        }

        /// Creates the span of one request.
        pub(crate) fn of_request(request: &TransportRequest) -> Self {
            let method = request.method.as_str();
            let path = request.operation.map_or("", |operation| operation.path);
            let span = info_span!(
                "request",
                otel.name = format!("{} {path}", if known(method) == "_OTHER" { "HTTP" } else { method }).trim_end(),
                otel.kind = "client",
                otel.status_code = Empty,
                http.request.method = known(method),
                http.request.method_original = Empty,
                http.request.resend_count = Empty,
                http.response.status_code = Empty,
                server.address = request.uri.host().unwrap_or_default(),
                server.port = port(&request.uri),
                url.full = shown(&request.uri),
                "error.type" = Empty,
            );
            if known(method) == "_OTHER" {
                span.record("http.request.method_original", method);
            }
            if request.resends > 0 {
                span.record("http.request.resend_count", request.resends);
            }
            Span::new(span)
        }

        /// Runs a function that creates a future, and the future, in this span.
        pub(crate) fn around<F: Future>(&self, begin: impl FnOnce() -> F) -> Instrumented<F> {
            self.span.in_scope(begin).instrument(self.span.clone())
        }

        /// Finishes the span of a call. The span of a successful response stays open until the response has been
        /// decoded.
        pub(crate) fn finish_call(mut self, outcome: Result<StatusCode, &CallError>) -> Self {
            match outcome {
                Ok(status) => self.finish(Some(status.as_u16()), None),
                Err(failure) => {
                    let status = failure.response.as_ref().map(|response| response.status.as_u16());
                    self.finish(status, Some(kind(failure.kind)));
                }
            }
            self
        }

        /// Records that the response could not be decoded.
        pub(crate) fn undecoded(&mut self) {
            self.finish(None, Some("decode"));
        }

        pub(crate) fn finish_request(mut self, answer: Result<&Response<Body>, &TransportError>) {
            match answer {
                Ok(response) => {
                    let is_error = response.status().is_client_error() || response.status().is_server_error();
                    self.finish(Some(response.status().as_u16()), is_error.then_some(""));
                }
                Err(error) => self.finish(
                    None,
                    Some(match error.kind() {
                        TransportErrorKind::Connect => "connect",
                        TransportErrorKind::Timeout => "timeout",
                        TransportErrorKind::Refused => "refused",
                        TransportErrorKind::Other => "connection",
                    }),
                ),
            }
        }

        /// Records the result. An error without a name is recorded by its status.
        fn finish(&mut self, status: Option<u16>, error: Option<&str>) {
            self.is_finished = true;
            if let Some(status) = status {
                self.span.record("http.response.status_code", status);
            }
            if let Some(error) = error {
                self.span.record("otel.status_code", "ERROR");
                match status {
                    Some(status) if error.is_empty() => self.span.record("error.type", status.to_string()),
                    _ => self.span.record("error.type", error),
                };
            }
        }
    }

    impl Drop for Span {
        fn drop(&mut self) {
            if !self.is_finished {
                self.finish(None, Some("cancelled"));
            }
        }
    }

    fn kind(kind: ErrorKind) -> &'static str {
        match kind {
            // Recorded by its status.
            ErrorKind::Status => "",
            ErrorKind::Request => "request",
            ErrorKind::Credentials => "credentials",
            ErrorKind::Connect => "connect",
            ErrorKind::Timeout => "timeout",
            ErrorKind::Transport => "connection",
            ErrorKind::Event => "event",
            ErrorKind::Decode => "decode",
            ErrorKind::TooLarge => "too_large",
            ErrorKind::File => "file",
        }
    }

    fn known(method: &str) -> &'static str {
        METHODS.iter().find(|known| **known == method).copied().unwrap_or("_OTHER")
    }

    /// Returns a URL without the values of its query.
    fn shown(uri: &Uri) -> String {
        let (scheme, host) = (uri.scheme_str().unwrap_or_default(), uri.host().unwrap_or_default());
        let port = uri.port().map(|port| format!(":{port}")).unwrap_or_default();
        let mut shown = format!("{scheme}://{host}{port}{}", uri.path());
        for (index, pair) in uri.query().unwrap_or_default().split('&').filter(|pair| !pair.is_empty()).enumerate() {
            shown.push(if index == 0 { '?' } else { '&' });
            shown.push_str(pair.split('=').next().unwrap_or_default());
            shown.push_str("=REDACTED");
        }
        shown
    }
}

#[cfg(not(feature = "tracing"))]
mod off {
    use http::{Response, StatusCode};

    use crate::{
        error::call_error::CallError,
        spec::operation::OperationSpec,
        transport::{Body, TransportError, TransportRequest},
    };

    /// An empty span, used if the feature `tracing` is disabled.
    pub(crate) struct Span;

    impl Span {
        pub(crate) fn of_call(_operation: &OperationSpec) -> Self {
            Span
        }

        pub(crate) fn of_request(_request: &TransportRequest) -> Self {
            Span
        }

        pub(crate) fn around<F: Future>(&self, begin: impl FnOnce() -> F) -> F {
            begin()
        }

        pub(crate) fn finish_call(self, _outcome: Result<StatusCode, &CallError>) -> Self {
            self
        }

        pub(crate) fn undecoded(&mut self) {}

        pub(crate) fn finish_request(self, _answer: Result<&Response<Body>, &TransportError>) {}
    }
}
