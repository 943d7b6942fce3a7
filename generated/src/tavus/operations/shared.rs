// Written by apiarist from specs/tavus/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::super::types;
use apiarist_runtime::{StatusEnum, Value};

/// Error responses of several operations, by status.
#[derive(Clone, Debug, PartialEq, Eq, Hash, StatusEnum)]
#[non_exhaustive]
pub enum BadRequestOrUnauthorizedError {
    /// Status 400.
    #[status(400)]
    BadRequest(types::shared::ErrorError),
    /// Status 401.
    #[status(401)]
    Unauthorized(types::shared::ErrorMessage),
    /// An undocumented status.
    #[status(default)]
    Other(Value),
}
