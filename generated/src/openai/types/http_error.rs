// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// The server responded with an HTTP error.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash, new, is("type", "http_error"))]
pub struct HttpError {
    /// HTTP status code.
    pub code: i64,
    /// Error message.
    pub message: String,
}
