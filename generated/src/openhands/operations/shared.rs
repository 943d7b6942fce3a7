// Written by apiarist from specs/openhands/openapi.json. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::super::types;
use apiarist_runtime::{StatusEnum, Value};
use std::collections::BTreeMap;

/// Error responses of several operations, by status.
#[derive(Clone, Debug, PartialEq, Eq, Hash, StatusEnum)]
#[non_exhaustive]
pub enum NotFoundUnprocessableContentOrInternalServerError {
    /// Status 404.
    #[status(404)]
    NotFound(BTreeMap<String, Value>),
    /// Status 422.
    #[status(422)]
    UnprocessableContent(types::HttpValidationError),
    /// Status 500.
    #[status(500)]
    InternalServerError(BTreeMap<String, Value>),
    /// An undocumented status.
    #[status(default)]
    Other(Value),
}

/// Error responses of several operations, by status.
#[derive(Clone, Debug, PartialEq, Eq, Hash, StatusEnum)]
#[non_exhaustive]
pub enum UnprocessableContentOrInternalServerError {
    /// Status 422.
    #[status(422)]
    UnprocessableContent(types::HttpValidationError),
    /// Status 500.
    #[status(500)]
    InternalServerError(BTreeMap<String, Value>),
    /// An undocumented status.
    #[status(default)]
    Other(Value),
}
