//! Responses with typed values, each checked by decoding it as the client does.

use std::{mem::discriminant, ops::RangeInclusive};

use bytes::Bytes;
use http::{HeaderMap, HeaderValue, StatusCode, header::CONTENT_TYPE};

use crate::{
    call::{
        decode::FromResponse,
        raw_response::{BodyMode, RawBody, RawResponse},
    },
    testing::{
        FakeAnswer,
        encode::{EncodeResponse, EncodedBody},
    },
};

/// Returns a successful response with a value.
pub(super) fn success<R: EncodeResponse>(value: &R::Value) -> Result<FakeAnswer, String> {
    let body = encoded::<R>(value)?;
    let status = match (R::BY_STATUS, body.media_type) {
        (true, _) => status_of::<R>(200..=299, value, &body)?,
        (false, Some(_)) => 200,
        (false, None) => 204,
    };
    checked::<R>(status, body)
}

/// Returns an error response with a value: the first of these statuses, or the first one of the value's variant.
pub(super) fn failure<R: EncodeResponse>(
    statuses: RangeInclusive<u16>,
    value: &R::Value,
) -> Result<FakeAnswer, String> {
    let body = encoded::<R>(value)?;
    let status = if R::BY_STATUS { status_of::<R>(statuses, value, &body)? } else { *statuses.start() };
    checked::<R>(status, body)
}

/// Returns the first of these statuses with which the client decodes the body as the variant of the value. The decoder is
/// the only place that knows the statuses of variants.
fn status_of<R: EncodeResponse>(
    statuses: RangeInclusive<u16>,
    value: &R::Value,
    body: &EncodedBody,
) -> Result<u16, String> {
    let has_variant =
        |status: &u16| decoded::<R>(*status, body).is_ok_and(|decoded| discriminant(&decoded) == discriminant(value));
    let (first, last) = (*statuses.start(), *statuses.end());
    let mut candidates = statuses;
    candidates.find(has_variant).ok_or_else(|| match first == last {
        true => format!("the client does not decode status {first} as the variant of the value"),
        false => format!("the client decodes no status from {first} to {last} as the variant of the value"),
    })
}

/// Returns a response that the client can decode.
pub(super) fn checked<R: FromResponse>(status: u16, body: EncodedBody) -> Result<FakeAnswer, String> {
    if R::MODE != BodyMode::EventStream {
        decoded::<R>(status, &body)
            .map_err(|error| format!("the client cannot decode the response with status {status}: {error}"))?;
    }
    let answer = FakeAnswer::new(status);
    let answer = match body.media_type {
        Some(media_type) => answer.header(CONTENT_TYPE.as_str(), media_type),
        None => answer,
    };
    Ok(answer.chunk(body.bytes))
}

/// Returns an error if the client cannot decode a successful response with this body.
pub(super) fn decodes<R: FromResponse>(bytes: Bytes) -> Result<(), String> {
    decoded::<R>(200, &EncodedBody { media_type: None, bytes }).map(drop)
}

fn encoded<R: EncodeResponse>(value: &R::Value) -> Result<EncodedBody, String> {
    R::encode(value).map_err(|error| format!("the value cannot be serialized: {error}"))
}

fn decoded<R: FromResponse>(status: u16, body: &EncodedBody) -> Result<R::Value, String> {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut headers = HeaderMap::new();
    headers.extend(body.media_type.map(|media_type| (CONTENT_TYPE, HeaderValue::from_static(media_type))));
    let mut response = RawResponse { status, headers, body: RawBody::Buffered(body.bytes.clone()) };
    R::from_response(&mut response).map_err(|error| error.to_string())
}
