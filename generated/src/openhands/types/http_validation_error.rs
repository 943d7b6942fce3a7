// Written by apiarist from specs/openhands/openapi.json. Changes are lost: change that, then run `cargo xtask codegen`.

use super::ValidationError;
use apiarist_runtime::Object;

/// What in a request does not fit.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct HttpValidationError {
    /// One entry for each fault.
    pub detail: Option<Vec<ValidationError>>,
}
