//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

object! {
    /// Why the request failed.
    pub struct ErrorResponse {
        /// Text of the error for a reader.
        message: required(String) = "message",
    }
}
