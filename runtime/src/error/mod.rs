//! Errors of calls.
//!
//! A message has the form `cannot <verb> <object>: <cause>` or `<thing> must <be>`, and ends with the action to take if
//! the caller can fix it. It contains neither the text of its source nor a secret.

pub(crate) mod any_error;
pub(crate) mod call_error;
pub(crate) mod decode_error;
pub(crate) mod header;
pub(crate) mod json_path;
mod kind;
pub(crate) mod redact;
pub(crate) mod redactor;
pub(crate) mod secret;
pub(crate) mod server_message;

pub use kind::ErrorKind;

use std::{error, fmt, time::Duration};

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::{
    error::{
        call_error::{CallError, FailedResponse, is_transient, request_id},
        decode_error::DecodeError,
        redact::{Redacted, ShownHeaders},
        secret::hidden,
        server_message::sentence_in,
    },
    spec::header::Header,
};

/// The error of a call. `E` is the error body that the document describes.
///
/// Its size is one pointer. Neither `Display` nor `Debug` shows a credential.
///
/// `Display` never repeats the text of [`source`](error::Error::source), which is the error of the transport, the
/// operating system or a middleware: `could not connect` has the source `Connection refused`. A report of the whole
/// chain, such as `{:#}` of anyhow, therefore contains each message once.
///
/// ```
/// # use apiarist_runtime::{Error, ErrorKind, Value};
/// fn explain(error: &Error<Value>) -> String {
///     match (error.kind(), error.api()) {
///         (ErrorKind::Status, Some(body)) => format!("{:?}: {body}", error.status()),
///         _ if error.is_timeout() => "too slow".into(),
///         _ => error.to_string(),
///     }
/// }
/// ```
pub struct Error<E = Value>(Box<Inner<E>>);

struct Inner<E> {
    api: Option<E>,
    failure: CallError,
}

impl<E> Error<E> {
    pub(crate) fn new(failure: Box<CallError>, api: Option<E>) -> Self {
        Error(Box::new(Inner { api, failure: *failure }))
    }

    /// Returns the category of the error.
    pub fn kind(&self) -> ErrorKind {
        self.0.failure.kind
    }

    /// Returns the `operationId` of the call.
    pub fn operation(&self) -> &'static str {
        self.0.failure.operation
    }

    /// Returns the status, or `None` if there is no response.
    pub fn status(&self) -> Option<StatusCode> {
        self.response().map(|response| response.status)
    }

    /// Returns the headers of the response, or `None` if there is no response.
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.response().map(|response| &response.headers)
    }

    /// Returns the value of a header that the document describes. Returns `None` if there is no response or the
    /// response does not have the header.
    ///
    /// # Errors
    /// Returns an error if the value is not of the documented type.
    pub fn header<H: DeserializeOwned>(&self, header: Header<H>) -> Result<Option<H>, DecodeError> {
        let read = self.headers().map_or(Ok(None), |headers| header.read(headers));
        read.map_err(|unreadable| DecodeError::new(hidden(&unreadable.to_string(), &self.0.failure.secrets())))
    }

    /// Returns the request ID assigned by the server: the first value present among the headers `x-request-id`,
    /// `request-id`, `x-amzn-requestid` and `cf-ray`.
    pub fn request_id(&self) -> Option<&str> {
        self.headers().and_then(request_id)
    }

    /// Returns the bytes of the response body, up to the first MiB. Returns `None` if there is no response.
    pub fn body(&self) -> Option<&Bytes> {
        self.response().map(|response| &response.body)
    }

    /// Returns the delay that the server requests before the call is retried.
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.failure.retry_after
    }

    /// Returns `true` if the server returned this status.
    ///
    /// ```
    /// # use apiarist_runtime::{Error, Value, testing::FakeError};
    /// # let error: Error<Value> = FakeError::status(404).build();
    /// assert!(error.is_status(404));
    /// ```
    pub fn is_status(&self, status: u16) -> bool {
        self.status().is_some_and(|own| own == status)
    }

    /// Returns `true` if the same call may succeed later: it did not reach the server, received no complete response,
    /// or received one of the statuses 408, 429, 500, 502, 503 and 504. The client has already made the retries that
    /// its [`RetryPolicy`](crate::RetryPolicy) allows. The caller decides whether repeating the call is safe.
    pub fn is_retryable(&self) -> bool {
        match self.kind() {
            ErrorKind::Connect | ErrorKind::Timeout | ErrorKind::Transport => true,
            ErrorKind::Status => self.status().is_some_and(is_transient),
            _ => false,
        }
    }

    /// Returns the message in the body of the response, looked up in the properties that servers usually put it in:
    /// `error.message`, `message`, `detail` and others. Returns `None` if there is no body or it has none of these
    /// properties.
    ///
    /// The message is shown as the server sent it, and may repeat data from the request.
    pub fn server_message(&self) -> Option<String> {
        let value: Value = serde_json::from_slice(self.body()?).ok()?;
        sentence_in(&value).map(str::to_owned)
    }

    /// Returns `true` if the call timed out, or the server reported a timeout with status 408 or 504.
    pub fn is_timeout(&self) -> bool {
        self.kind() == ErrorKind::Timeout || self.status().is_some_and(|status| matches!(status.as_u16(), 408 | 504))
    }

    /// Returns `true` if no connection could be established, so the server has not received the call.
    pub fn is_connect(&self) -> bool {
        self.kind() == ErrorKind::Connect
    }

    /// Returns the documented error body. Returns `None` if the server did not report an error, or its body
    /// does not match the document.
    pub fn api(&self) -> Option<&E> {
        self.0.api.as_ref()
    }

    /// Returns the documented error body by value.
    pub fn into_api(self) -> Option<E> {
        self.0.api
    }

    /// Converts the type of the body, so that errors of different calls can be reported as one type.
    pub fn map_api<F>(self, change: impl FnOnce(E) -> F) -> Error<F> {
        let inner = *self.0;
        Error(Box::new(Inner { api: inner.api.map(change), failure: inner.failure }))
    }

    /// Converts the type of the body, or returns the error unchanged if the conversion fails.
    pub(crate) fn try_map_api<F>(self, change: impl FnOnce(E) -> Result<F, E>) -> Result<Error<F>, Self> {
        let Inner { api, failure } = *self.0;
        match api.map(change) {
            Some(Ok(api)) => Ok(Error(Box::new(Inner { api: Some(api), failure }))),
            Some(Err(api)) => Err(Error(Box::new(Inner { api: Some(api), failure }))),
            None => Err(Error(Box::new(Inner { api: None, failure }))),
        }
    }

    fn response(&self) -> Option<&FailedResponse> {
        self.0.failure.response.as_ref()
    }
}

impl<E> fmt::Display for Error<E> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.failure.fmt(formatter)
    }
}

impl<E: fmt::Debug> fmt::Debug for Error<E> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let failure = &self.0.failure;
        let secrets = failure.secrets();
        let mut debug = formatter.debug_struct("Error");
        debug.field("kind", &failure.kind).field("operation", &failure.operation).field("message", &failure.message);
        if let Some(response) = &failure.response {
            debug
                .field("status", &response.status)
                .field("headers", &Redacted(&ShownHeaders(&response.headers), &secrets))
                .field("body", &format_args!("{} bytes", response.body.len()));
        }
        if let Some(api) = &self.0.api {
            debug.field("api", &Redacted(api, &secrets));
        }
        if let Some(source) = &failure.source {
            debug.field("source", &Redacted(source, &secrets));
        }
        debug.finish()
    }
}

impl<E: fmt::Debug> error::Error for Error<E> {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        self.0.failure.source.as_deref().map(|source| source as _)
    }
}
