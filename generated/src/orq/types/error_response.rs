//! Written by apiarist from specs/orq/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::object;

/// Why the request failed.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ErrorResponse {
    /// Text of the error for a reader.
    pub message: String,
}
object!(ErrorResponse {
    message: required("message"),
});
