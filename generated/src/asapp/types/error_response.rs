//! Written by apiarist from specs/asapp/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    pub struct ErrorResponse {
        /// What went wrong.
        error: optional(ErrorResponseError) = "error",
    }
}

object! {
    /// What went wrong.
    pub struct ErrorResponseError {
        /// Identifies the failed request when asking for support.
        request_id: required(String) = "requestId",
        /// Text of the error for a reader.
        message: required(String) = "message",
        /// Error code: the status, a dash and a number.
        code: optional(String) = "code",
    }
}
