// Written by apiarist from specs/openai/openapi.yaml. Changes are lost: change that, then run `cargo xtask codegen`.

use super::Error;
use apiarist_runtime::Object;

/// Body of every error.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Object)]
#[non_exhaustive]
pub struct ErrorResponse {
    /// What went wrong.
    pub error: Error,
}
