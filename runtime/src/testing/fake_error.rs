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

/// An error for tests of code that handles errors, without a call.
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
    /// Starts an error of this kind.
    pub fn new(kind: ErrorKind) -> Self {
        FakeError { failure: CallError::new(kind, "fake", format!("fake failure: {kind:?}")) }
    }

    /// Starts an error that is a response with this status. A number that is not a status becomes 500.
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

    /// Adds a header of the response. One that could not be sent is left out, and `retry-after` sets
    /// [`Error::retry_after`].
    pub fn header(mut self, name: &str, value: &str) -> Self {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::from_str(value)) {
            let headers = &mut self.response().headers;
            headers.append(name, value);
            self.failure.retry_after = hint(headers, SystemClock::default().time_of_day());
        }
        self
    }

    /// Sets the bytes of the response.
    pub fn body(mut self, body: impl Into<Bytes>) -> Self {
        self.response().body = body.into();
        self
    }

    /// Sets the cause.
    pub fn source(mut self, source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        self.failure = self.failure.with_source(source);
        self
    }

    /// Returns the error without a body of the type `E`.
    #[must_use]
    pub fn build<E>(self) -> Error<E> {
        Error::new(self.failure, None)
    }

    /// Returns the error with the body that [`Error::api`] returns.
    #[must_use]
    pub fn with_api<E>(self, api: E) -> Error<E> {
        Error::new(self.failure, Some(api))
    }

    /// The response; errors in event streams come with one of status 200.
    fn response(&mut self) -> &mut FailedResponse {
        let empty = || FailedResponse { status: StatusCode::OK, headers: HeaderMap::new(), body: Bytes::new() };
        self.failure.response.get_or_insert_with(empty)
    }
}
