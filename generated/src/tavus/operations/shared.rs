// Written by apiarist from specs/tavus/openapi.yaml. Changes are lost: edit the document instead, then run `cargo xtask codegen`.

use super::super::types;
use apiarist_runtime::codegen::{FromResponse, RawResponse, decode_json, decode_other};
use apiarist_runtime::{DecodeError, Value};

/// Error responses of several operations, by status.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BadRequestOrUnauthorizedError {
    /// Status 400.
    BadRequest(types::shared::ErrorError),
    /// Status 401.
    Unauthorized(types::shared::ErrorMessage),
    /// An undocumented status.
    Other(Value),
}

impl FromResponse for BadRequestOrUnauthorizedError {
    type Value = Self;

    fn from_response(response: &mut RawResponse) -> Result<Self, DecodeError> {
        match response.status().as_u16() {
            400 => decode_json(response).map(BadRequestOrUnauthorizedError::BadRequest),
            401 => decode_json(response).map(BadRequestOrUnauthorizedError::Unauthorized),
            _ => decode_other(response).map(BadRequestOrUnauthorizedError::Other),
        }
    }
}
