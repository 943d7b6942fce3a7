//! Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// The server answered with an HTTP error.
    pub struct HttpError {
        "type" = "http_error",
        /// Status code.
        code: required(i64) = "code",
        /// Text of the error.
        message: required(String) = "message",
    }
    new(code(i64), message(String))
}
