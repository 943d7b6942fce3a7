// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use apiarist_runtime::Object;

/// Details of the error.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Error {
    /// Machine-readable error code, if any.
    #[wire(nullable)]
    pub code: Option<String>,
    /// Human-readable error message.
    pub message: String,
    /// Parameter that caused the error, if any.
    #[wire(nullable)]
    pub param: Option<String>,
    /// Type of the error.
    pub r#type: String,
}
