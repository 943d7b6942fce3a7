//! Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ErrorResponse {
    /// What went wrong.
    pub error: Option<ErrorResponseError>,
}
object!(ErrorResponse {
    error: optional("error"),
});

/// What went wrong.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ErrorResponseError {
    /// Identifies the failed request when asking for support.
    pub request_id: String,
    /// Text of the error for a reader.
    pub message: String,
    /// Error code: the status, a dash and a number.
    pub code: Option<String>,
}
object!(ErrorResponseError {
    request_id: required("requestId"),
    message: required("message"),
    code: optional("code"),
});
