//! The part of an error that does not depend on the documented error body.

use std::{error, fmt, time::Duration};

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use secrecy::{ExposeSecret as _, SecretString};

use crate::{
    error::{
        kind::ErrorKind,
        redact::{LONGEST_VALUE, excerpt, is_free_of},
        redactor::Redactor,
    },
    values::printable::{LONGEST_MESSAGE, printable},
};

/// The contents of an error without the body of type `E`. It is not generic, so the code that creates errors is
/// compiled once.
pub(crate) struct CallError {
    pub(crate) kind: ErrorKind,
    pub(crate) operation: &'static str,
    pub(crate) message: String,
    pub(crate) response: Option<FailedResponse>,
    pub(crate) retry_after: Option<Duration>,
    pub(crate) source: Option<Box<dyn error::Error + Send + Sync>>,
    /// The secrets of the client, which servers may repeat in their responses. Holding the client itself would keep its
    /// connections open for the lifetime of the error.
    secrets: Vec<SecretString>,
}

/// The response that caused a call to fail.
pub(crate) struct FailedResponse {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl CallError {
    pub(crate) fn new(kind: ErrorKind, operation: &'static str, message: impl Into<String>) -> Box<Self> {
        Box::new(CallError {
            kind,
            operation,
            message: printable(&message.into(), LONGEST_MESSAGE),
            response: None,
            retry_after: None,
            source: None,
            secrets: Vec::new(),
        })
    }

    pub(crate) fn with_source(
        mut self: Box<Self>,
        source: impl Into<Box<dyn error::Error + Send + Sync>>,
    ) -> Box<Self> {
        self.source = Some(source.into());
        self
    }

    /// Hides the secrets of a client, which servers and token providers may repeat. A source that contains a secret is
    /// replaced by the message of its innermost cause, which is the most informative.
    pub(crate) fn without_secrets(mut self: Box<Self>, redactor: &Redactor) -> Box<Self> {
        self.message = redactor.hide(&self.message);
        if let Some(source) = self.source.take_if(|source| !is_free_of(source.as_ref(), redactor.secrets())) {
            self.source = Some(redactor.excerpt(&innermost(source.as_ref()), LONGEST_VALUE).into());
        }
        self.secrets = redactor.secrets().iter().map(|secret| secret.as_str().into()).collect();
        self
    }

    pub(crate) fn secrets(&self) -> Vec<String> {
        self.secrets.iter().map(|secret| secret.expose_secret().to_owned()).collect()
    }
}

impl fmt::Display for CallError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} failed: {}", self.operation, self.message)?;
        match self.response.as_ref().and_then(|response| request_id(&response.headers)) {
            Some(id) => write!(formatter, " (request {})", excerpt(id, LONGEST_VALUE, &self.secrets())),
            None => Ok(()),
        }
    }
}

impl fmt::Debug for CallError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let CallError { kind, operation, message, .. } = self;
        let mut debug = formatter.debug_struct("CallError");
        debug.field("kind", kind).field("operation", operation).field("message", message).finish_non_exhaustive()
    }
}

impl error::Error for CallError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}

fn innermost(error: &(dyn error::Error + 'static)) -> String {
    error.source().map_or_else(|| error.to_string(), innermost)
}

pub(crate) fn request_id(headers: &HeaderMap) -> Option<&str> {
    ["x-request-id", "request-id", "x-amzn-requestid", "cf-ray"]
        .iter()
        .find_map(|name| headers.get(*name))
        .and_then(|value| value.to_str().ok())
}

/// Returns `true` if a later attempt may receive another status.
pub(crate) fn is_transient(status: StatusCode) -> bool {
    matches!(status.as_u16(), 408 | 429 | 500 | 502 | 503 | 504)
}
