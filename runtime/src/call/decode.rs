//! Decoding of responses.

use std::{any::type_name, borrow::Cow, marker::PhantomData};

use bytes::Bytes;
use http::{HeaderMap, header::CONTENT_ENCODING};
use serde::de::DeserializeOwned;

use crate::{
    call::{
        raw_response::{Answered, BodyMode, RawResponse},
        response::Response,
    },
    error::{
        ErrorKind,
        call_error::{CallError, FailedResponse},
        decode_error::{DecodeError, short_name},
        redact::{NO_SECRETS, excerpt},
    },
    tables::{
        json_text::{json_text, read_json},
        number_reader,
        plain_text::PlainText,
    },
};

/// A value that is decoded from a response.
pub trait FromResponse {
    /// The decoded value.
    type Value: Send + 'static;
    /// The part of the response that is read before decoding.
    const MODE: BodyMode = BodyMode::Buffered;

    /// Decodes the response.
    ///
    /// # Errors
    /// Returns an error if the response does not match the type.
    fn from_response(response: &mut RawResponse) -> Result<Self::Value, DecodeError>;
}

/// A JSON body. An empty body is decoded as `null`.
pub struct Json<T>(PhantomData<fn() -> T>);

impl<T: DeserializeOwned + Send + 'static> FromResponse for Json<T> {
    type Value = T;

    fn from_response(response: &mut RawResponse) -> Result<T, DecodeError> {
        decode_json(response)
    }
}

/// Returns the error of a response that could not be decoded as JSON.
fn not_json(response: &RawResponse, error: serde_json::Error, expected: &str) -> DecodeError {
    if response.bytes().trim_ascii().is_empty() {
        let message = format!("expected {}, found an empty body", short_name(expected));
        return DecodeError::new(message).with_source(error);
    }
    if let Some(encoded) = encoded(&response.headers) {
        return DecodeError::new(encoded).with_source(error);
    }
    let media_type = media_type(&response.headers).filter(|name| !name.contains("json"));
    DecodeError::json_in(error, json_text(response.bytes()), expected, media_type.as_deref())
}

/// A response whose body is ignored.
pub enum NoContent {}

impl FromResponse for NoContent {
    type Value = ();

    fn from_response(_response: &mut RawResponse) -> Result<(), DecodeError> {
        Ok(())
    }
}

/// A text body. Invalid UTF-8 becomes replacement characters.
pub enum Text {}

impl FromResponse for Text {
    type Value = String;

    fn from_response(response: &mut RawResponse) -> Result<String, DecodeError> {
        match (std::str::from_utf8(response.bytes()), encoded(&response.headers)) {
            (Ok(text), _) => Ok(text.to_owned()),
            (Err(_), Some(encoded)) => Err(DecodeError::new(encoded)),
            (Err(_), None) => Ok(String::from_utf8_lossy(response.bytes()).into_owned()),
        }
    }
}

/// A text body that contains a number, a boolean, a date or another scalar.
pub struct TextOf<T>(PhantomData<fn() -> T>);

impl<T: DeserializeOwned + Send + 'static> FromResponse for TextOf<T> {
    type Value = T;

    fn from_response(response: &mut RawResponse) -> Result<T, DecodeError> {
        decode_text(response)
    }
}

/// Decodes a text body as the scalar type that the caller expects.
///
/// # Errors
/// Returns an error if the text is not a value of that type.
#[doc(hidden)]
pub fn decode_text<T: DeserializeOwned + Send + 'static>(response: &mut RawResponse) -> Result<T, DecodeError> {
    let text = Text::from_response(response)?;
    let text = text.trim_start_matches('\u{feff}').trim();
    number_reader::read(PlainText::scalar(text)).map_err(|error: serde::de::value::Error| {
        let (expected, error) = (short_name(type_name::<T>()), error.to_string());
        let (error, text) = (excerpt(&error, 300, NO_SECRETS), excerpt(text, 120, NO_SECRETS));
        DecodeError::new(format!("expected {expected}: {error}, in {text}"))
    })
}

/// A binary body of any length.
pub enum Binary {}

impl FromResponse for Binary {
    type Value = Bytes;
    const MODE: BodyMode = BodyMode::BufferedUnlimited;

    fn from_response(response: &mut RawResponse) -> Result<Bytes, DecodeError> {
        Ok(response.to_bytes())
    }
}

/// Decodes a successful response.
pub(crate) fn decoded<Success: FromResponse>(
    mut answered: Box<Answered>,
) -> Result<Response<Success::Value>, Box<CallError>> {
    match Success::from_response(&mut answered.response) {
        Ok(value) => {
            let RawResponse { status, headers, .. } = &mut answered.response;
            Ok(Response::new(value, *status, std::mem::take(headers)))
        }
        Err(error) => Err(undecoded(error, *answered)),
    }
}

/// Returns the error of a response that could not be decoded.
pub(crate) fn undecoded(error: DecodeError, answered: Answered) -> Box<CallError> {
    let Answered { response, context, mut span } = answered;
    if let Some(span) = &mut span {
        span.undecoded();
    }
    let shown = error.shown(json_text(response.bytes()), &context.core.redactor());
    let mut failure = context.failure(ErrorKind::Decode, format!("{}: {shown}", response.status));
    let body = response.to_bytes();
    failure.response = Some(FailedResponse { status: response.status, headers: response.headers, body });
    failure
}

/// Decodes a JSON body as the type that the caller expects.
///
/// # Errors
/// Returns an error if the body is not JSON of that type.
#[doc(hidden)]
pub fn decode_json<T: DeserializeOwned + Send + 'static>(response: &mut RawResponse) -> Result<T, DecodeError> {
    read_json(json_text(response.bytes())).map_err(|error| not_json(response, error, type_name::<T>()))
}

/// Returns a note about the content encoding of a response. Transports that request an encoding decode the content and
/// remove the header, but browsers keep the header. It is therefore only evaluated if the content cannot be decoded.
pub(crate) fn encoded(headers: &HeaderMap) -> Option<String> {
    let encoding = headers.get(CONTENT_ENCODING)?.to_str().unwrap_or("?").trim();
    let is_plain = encoding.is_empty() || encoding.eq_ignore_ascii_case("identity");
    (!is_plain)
        .then(|| format!("the content is encoded as `{}`, which was not requested", excerpt(encoding, 40, NO_SECRETS)))
}

/// Returns the media type of a response, in lower case and without parameters.
pub(crate) fn media_type(headers: &HeaderMap) -> Option<Cow<'_, str>> {
    let text = headers.get(http::header::CONTENT_TYPE)?.to_str().ok()?;
    let text = text.split(';').next().unwrap_or_default().trim();
    Some(if text.bytes().any(|byte| byte.is_ascii_uppercase()) {
        text.to_ascii_lowercase().into()
    } else {
        text.into()
    })
}
