//! Errors for tests of code that handles errors.

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};

use crate::{
    error::{
        Error, ErrorKind,
        call_error::{CallError, FailedResponse},
    },
    transport::{
        clock::{Clock as _, SystemClock},
        retry_policy::hint,
    },
};

/// An error that is created without a call, for tests of error handling.
///
/// ```
/// # use apiarist_runtime::{Error, ErrorKind, testing::FakeError};
///
/// #[derive(Debug, PartialEq)]
/// struct Problem { code: i64 }
///
/// /// The code under test.
/// fn is_worth_another_try(error: &Error<Problem>) -> bool {
///     error.is_connect() || error.api() == Some(&Problem { code: 7 })
/// }
///
/// let busy = FakeError::status(429).header("retry-after", "2").with_api(Problem { code: 7 });
/// assert!(is_worth_another_try(&busy));
/// assert_eq!(busy.retry_after().unwrap().as_secs(), 2);
///
/// let offline = FakeError::new(ErrorKind::Connect).build();
/// assert!(is_worth_another_try(&offline));
/// assert!(!is_worth_another_try(&FakeError::status(404).build()));
/// ```
#[derive(Debug)]
#[must_use = "`build` or `with_api` returns the error"]
pub struct FakeError {
    failure: Box<CallError>,
}

impl FakeError {
    /// Creates a builder for an error of this kind.
    pub fn new(kind: ErrorKind) -> Self {
        FakeError { failure: CallError::new(kind, "fake", format!("fake failure: {kind:?}")) }
    }

    /// Creates a builder for an error response with this status. An invalid status becomes 500.
    pub fn status(status: u16) -> Self {
        let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut failure = CallError::new(ErrorKind::Status, "fake", status.to_string());
        failure.response = Some(FailedResponse { status, headers: HeaderMap::new(), body: Bytes::new() });
        FakeError { failure }
    }

    /// Sets the `operationId` of the call.
    pub fn operation(mut self, id: &'static str) -> Self {
        self.failure.operation = id;
        self
    }

    /// Sets the message.
    pub fn message(mut self, message: impl Into<String>) -> Self {
        self.failure.message = message.into();
        self
    }

    /// Adds a header to the response. An invalid header is dropped. `retry-after` also sets [`Error::retry_after`].
    pub fn header(mut self, name: &str, value: &str) -> Self {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::from_str(value)) {
            let headers = &mut self.response().headers;
            headers.append(name, value);
            self.failure.retry_after = hint(headers, SystemClock::default().time_of_day());
        }
        self
    }

    /// Sets the body of the response.
    pub fn body(mut self, body: impl Into<Bytes>) -> Self {
        self.response().body = body.into();
        self
    }

    /// Sets the cause.
    pub fn source(mut self, source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        self.failure = self.failure.with_source(source);
        self
    }

    /// Returns the error without a body of type `E`.
    #[must_use]
    pub fn build<E>(self) -> Error<E> {
        Error::new(self.failure, None)
    }

    /// Returns the error with a body, which [`Error::api`] returns.
    #[must_use]
    pub fn with_api<E>(self, api: E) -> Error<E> {
        Error::new(self.failure, Some(api))
    }

    /// Returns the response. Errors in event streams have a response with status 200.
    fn response(&mut self) -> &mut FailedResponse {
        let empty = || FailedResponse { status: StatusCode::OK, headers: HeaderMap::new(), body: Bytes::new() };
        self.failure.response.get_or_insert_with(empty)
    }
}
