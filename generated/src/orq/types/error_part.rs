// Written by apiarist from specs/orq/openapi.json. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// An error part.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, new, is("kind", "error"))]
pub struct ErrorPart {
    /// Error message.
    pub error: String,
    /// Status code of the error.
    pub code: Option<f64>,
}
