//! Responses with their metadata.

use std::fmt;

use http::{HeaderMap, StatusCode};

use serde::de::DeserializeOwned;

use crate::{
    error::{call_error::request_id, decode_error::DecodeError, redact::ShownHeaders},
    spec::header::Header,
};

/// A response with its body and metadata, returned by `.with_response()` and `.raw()`.
///
/// ```
/// # use apiarist_runtime::Response;
/// fn log<T>(response: &Response<T>) {
///     println!("{} {}", response.status(), response.request_id().unwrap_or("without a request ID"));
/// }
/// ```
#[derive(Clone)]
pub struct Response<T> {
    /// The body.
    pub body: T,
    status: StatusCode,
    headers: HeaderMap,
}

impl<T> Response<T> {
    pub(crate) fn new(body: T, status: StatusCode, headers: HeaderMap) -> Self {
        Response { body, status, headers }
    }

    /// Returns the status.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// Returns the headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// Returns the request ID assigned by the server: the first value present among the headers `x-request-id`,
    /// `request-id`, `x-amzn-requestid` and `cf-ray`.
    pub fn request_id(&self) -> Option<&str> {
        request_id(&self.headers)
    }

    /// Returns the value of a header that the document describes. Returns `None` if the response does not have the
    /// header.
    ///
    /// # Errors
    /// Returns an error if the value is not of the documented type.
    pub fn header<H: DeserializeOwned>(&self, header: Header<H>) -> Result<Option<H>, DecodeError> {
        header.read(&self.headers)
    }

    /// Returns the body by value.
    pub fn into_body(self) -> T {
        self.body
    }

    /// Converts the body and keeps the metadata.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Response<U> {
        Response { body: change(self.body), status: self.status, headers: self.headers }
    }
}

/// Converts a response of `http`, for use in tests:
///
/// ```
/// # use apiarist_runtime::{Response, http};
///
/// let response: Response<&str> = http::Response::builder().status(201).header("x-request-id", "req_1").body("new")?.into();
/// assert_eq!((response.status().as_u16(), response.request_id()), (201, Some("req_1")));
/// # Ok::<(), http::Error>(())
/// ```
impl<T> From<http::Response<T>> for Response<T> {
    fn from(response: http::Response<T>) -> Self {
        let (parts, body) = response.into_parts();
        Response::new(body, parts.status, parts.headers)
    }
}

/// Hides the values of headers that are not on the allow-list.
impl<T: fmt::Debug> fmt::Debug for Response<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Response")
            .field("status", &self.status)
            .field("headers", &ShownHeaders(&self.headers))
            .field("body", &self.body)
            .finish()
    }
}
