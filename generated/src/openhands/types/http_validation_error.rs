// Written by apiarist from specs/openhands/openapi.json. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::ValidationError;
use apiarist_runtime::Object;

/// Validation errors of a request.
#[derive(Clone, Object)]
#[object(Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct HttpValidationError {
    /// The validation errors.
    pub detail: Option<Vec<ValidationError>>,
}
