//! Errors of sending a request or receiving its response.

use std::{error, fmt, io};

use crate::{
    encode::request_body::UnreadableBody,
    error::{ErrorKind, call_error::CallError},
};

/// The category of a transport failure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// No connection could be established. Nothing was sent.
    Connect,
    /// The request exceeded its timeout.
    Timeout,
    /// A middleware rejected the request. Nothing was sent, and the request is not retried.
    Refused,
    /// Any other failure. The server may have received the request.
    Other,
}

/// A failure to send a request or to read its response.
///
/// ```
/// # use apiarist_runtime::transport::{TransportError, TransportErrorKind};
/// let error = TransportError::new(TransportErrorKind::Refused, "the hive sleeps at night");
/// assert_eq!((error.kind(), error.to_string()), (TransportErrorKind::Refused, "the hive sleeps at night".into()));
/// ```
pub struct TransportError {
    kind: TransportErrorKind,
    cause: Cause,
}

enum Cause {
    Transport(Box<dyn error::Error + Send + Sync>),
    /// The error of a whole call, which is final.
    Call(Box<CallError>),
}

impl TransportError {
    /// Creates an error of this kind.
    pub fn new(kind: TransportErrorKind, source: impl Into<Box<dyn error::Error + Send + Sync>>) -> Self {
        TransportError { kind, cause: Cause::Transport(source.into()) }
    }

    /// Wraps the error of a whole call, to propagate it through the call middleware or to end the call.
    pub(crate) fn from_call(error: Box<CallError>) -> Self {
        let kind = match error.kind {
            ErrorKind::Connect => TransportErrorKind::Connect,
            ErrorKind::Timeout => TransportErrorKind::Timeout,
            ErrorKind::Request | ErrorKind::Credentials => TransportErrorKind::Refused,
            _ => TransportErrorKind::Other,
        };
        TransportError { kind, cause: Cause::Call(error) }
    }

    /// Returns the error of a whole call, or `self` if it is not one.
    pub(crate) fn into_call(self) -> Result<Box<CallError>, Self> {
        match self.cause {
            Cause::Call(error) => Ok(error),
            cause @ Cause::Transport(_) => Err(TransportError { cause, ..self }),
        }
    }

    /// Returns the reason that the body of the request could not be read, if that is the cause.
    pub(crate) fn unreadable_body(&self) -> Option<io::Error> {
        UnreadableBody::among(self.cause())
    }

    fn cause(&self) -> &(dyn error::Error + 'static) {
        match &self.cause {
            Cause::Transport(source) => source.as_ref(),
            Cause::Call(error) => error.as_ref(),
        }
    }

    /// Returns the kind of failure.
    pub fn kind(&self) -> TransportErrorKind {
        self.kind
    }
}

impl fmt::Debug for TransportError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("TransportError").field("kind", &self.kind).field("source", &self.cause()).finish()
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self.cause(), formatter)
    }
}

impl error::Error for TransportError {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        self.cause().source()
    }
}
