// Written by apiarist from specs/openhands/openapi.json. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::super::types;
use apiarist_runtime::codegen::{FromResponse, RawResponse, decode_json, decode_other};
use apiarist_runtime::{DecodeError, Value};
use std::collections::BTreeMap;

/// Error responses of several operations, by status.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NotFoundUnprocessableContentOrInternalServerError {
    /// Status 404.
    NotFound(BTreeMap<String, Value>),
    /// Status 422.
    UnprocessableContent(types::HttpValidationError),
    /// Status 500.
    InternalServerError(BTreeMap<String, Value>),
    /// An undocumented status.
    Other(Value),
}

impl FromResponse for NotFoundUnprocessableContentOrInternalServerError {
    type Value = Self;

    fn from_response(response: &mut RawResponse) -> Result<Self, DecodeError> {
        match response.status().as_u16() {
            404 => {
                decode_json(response)
                    .map(NotFoundUnprocessableContentOrInternalServerError::NotFound)
            }
            422 => {
                decode_json(response)
                    .map(
                        NotFoundUnprocessableContentOrInternalServerError::UnprocessableContent,
                    )
            }
            500 => {
                decode_json(response)
                    .map(
                        NotFoundUnprocessableContentOrInternalServerError::InternalServerError,
                    )
            }
            _ => {
                decode_other(response)
                    .map(NotFoundUnprocessableContentOrInternalServerError::Other)
            }
        }
    }
}

/// Error responses of several operations, by status.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum UnprocessableContentOrInternalServerError {
    /// Status 422.
    UnprocessableContent(types::HttpValidationError),
    /// Status 500.
    InternalServerError(BTreeMap<String, Value>),
    /// An undocumented status.
    Other(Value),
}

impl FromResponse for UnprocessableContentOrInternalServerError {
    type Value = Self;

    fn from_response(response: &mut RawResponse) -> Result<Self, DecodeError> {
        match response.status().as_u16() {
            422 => {
                decode_json(response)
                    .map(UnprocessableContentOrInternalServerError::UnprocessableContent)
            }
            500 => {
                decode_json(response)
                    .map(UnprocessableContentOrInternalServerError::InternalServerError)
            }
            _ => {
                decode_other(response)
                    .map(UnprocessableContentOrInternalServerError::Other)
            }
        }
    }
}
