//! The context of a call, shared by all of its steps, and the errors that they report.

use std::{error, time::Duration};

use crate::{
    auth::credentials::AuthError,
    client::core::ClientCore,
    error::{ErrorKind, call_error::CallError},
    spec::operation::OperationSpec,
    transport::{
        TransportError, TransportErrorKind,
        retry_policy::{RetryCause, RetryPolicy},
        timeout::Timeouts,
    },
};

/// The context of a call: the client, the operation, and the limits of the call.
#[derive(Clone)]
pub(crate) struct CallContext {
    pub(crate) core: ClientCore,
    pub(crate) spec: &'static OperationSpec,
    pub(crate) timeouts: Timeouts,
    pub(crate) retries: RetryPolicy,
    /// The start of the call on the client's clock, if the call has a deadline.
    pub(crate) started: Duration,
}

/// The failure of an attempt, and its consequences for the next attempt.
pub(crate) struct AttemptError {
    pub(crate) failure: Box<CallError>,
    pub(crate) cause: RetryCause,
}

impl CallContext {
    /// Returns the deadline of the call on the client's clock.
    pub(crate) fn deadline(&self) -> Option<Duration> {
        self.timeouts.deadline.map(|deadline| self.started.saturating_add(deadline))
    }

    /// Returns an error of the call.
    pub(crate) fn failure(&self, kind: ErrorKind, message: impl Into<String>) -> Box<CallError> {
        CallError::new(kind, self.spec.id, message).without_secrets(&self.core.redactor())
    }

    pub(crate) fn lasting(&self, kind: ErrorKind, message: String) -> AttemptError {
        AttemptError { failure: self.failure(kind, message), cause: RetryCause::Permanent }
    }

    pub(crate) fn too_large(&self, limit: usize) -> AttemptError {
        self.lasting(ErrorKind::TooLarge, format!("the response exceeds the limit of {} MiB", limit >> 20))
    }

    pub(crate) fn timed_out(&self, limit: Duration, what: &str) -> AttemptError {
        AttemptError {
            failure: CallError::new(ErrorKind::Timeout, self.spec.id, format!("{what} within {limit:?}")),
            cause: RetryCause::Timeout,
        }
    }

    pub(crate) fn broken(&self, error: TransportError) -> AttemptError {
        let error = match error.into_call() {
            Ok(failure) => return AttemptError { failure, cause: RetryCause::Permanent },
            Err(error) => error,
        };
        if let Some(error) = error.unreadable_body() {
            return self.caused_by(error, ErrorKind::File, RetryCause::Permanent, "cannot read the request body");
        }
        let (kind, cause, what) = match error.kind() {
            TransportErrorKind::Connect => (ErrorKind::Connect, RetryCause::Connect, "could not connect"),
            TransportErrorKind::Timeout => (ErrorKind::Timeout, RetryCause::Timeout, "timed out"),
            TransportErrorKind::Refused => (ErrorKind::Request, RetryCause::Permanent, "rejected by a middleware"),
            TransportErrorKind::Other => (ErrorKind::Transport, RetryCause::Broken, "the connection failed"),
        };
        self.caused_by(error, kind, cause, what)
    }

    fn caused_by(
        &self,
        error: impl Into<Box<dyn error::Error + Send + Sync>>,
        kind: ErrorKind,
        cause: RetryCause,
        message: &str,
    ) -> AttemptError {
        let failure = CallError::new(kind, self.spec.id, message).with_source(error);
        AttemptError { failure: failure.without_secrets(&self.core.redactor()), cause }
    }

    /// Returns the error of a call that was not authorized.
    pub(crate) fn refused(&self, error: AuthError) -> Box<CallError> {
        let failure = match error {
            AuthError::Missing(message) => CallError::new(ErrorKind::Credentials, self.spec.id, message),
            AuthError::Illegal(message) => CallError::new(ErrorKind::Request, self.spec.id, message),
            AuthError::Token(message, cause) => {
                let kind = if cause.is_timeout() { ErrorKind::Timeout } else { ErrorKind::Credentials };
                let mut failure = CallError::new(kind, self.spec.id, message);
                failure.source = cause.into_source();
                failure
            }
        };
        failure.without_secrets(&self.core.redactor())
    }
}
