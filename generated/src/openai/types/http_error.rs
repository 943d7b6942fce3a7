//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// The server answered with an HTTP error.
#[derive(Clone, Debug, PartialEq)]
pub struct HttpError {
    /// Status code.
    pub code: i64,
    /// Text of the error.
    pub message: String,
}
object!(HttpError {
    "type" = "http_error",
    code: required("code"),
    message: required("message"),
});

impl HttpError {
    /// With what is required.
    pub fn new(code: i64, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
        }
    }
}
