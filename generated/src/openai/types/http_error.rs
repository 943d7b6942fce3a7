// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// The server answered with an HTTP error.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[object(new, is("type", "http_error"))]
pub struct HttpError {
    /// Status code.
    pub code: i64,
    /// Text of the error.
    pub message: String,
}
