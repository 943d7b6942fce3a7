//! How responses become values: the only generic step of a call.

use std::{any::type_name, borrow::Cow, marker::PhantomData};

use bytes::Bytes;
use http::{HeaderMap, StatusCode, header::CONTENT_ENCODING};
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::{
    call::{error_body::with_body, operation::Operation, response::Response},
    client::core::ClientCore,
    download::Download,
    error::{
        Error, ErrorKind,
        decode_error::{Unreadable, short_name},
        failure::{FailedResponse, Failure},
        redact::{NO_SECRETS, excerpt},
    },
    stream::RawEvents,
    tables::{
        json_text::{json_text, read_json},
        number_reader,
        plain_text::PlainText,
    },
    transport::telemetry::Span,
};

/// How much of a response is read before it becomes a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Mode {
    /// All of it, up to 64 MiB, within the time of the attempt.
    Whole,
    /// All of it, however long, as long as it keeps coming.
    Download,
    /// Only the headers; the body is an event stream.
    Events,
    /// Only the headers; the body is received piece by piece.
    Pieces,
}

/// A response on its way to become a value.
pub struct Answer {
    pub(crate) operation: &'static str,
    /// The client, whose secrets are kept out of errors.
    pub(crate) core: Option<ClientCore>,
    /// The span of the call.
    pub(crate) span: Option<Span>,
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    /// What has been read; empty for event streams.
    pub(crate) body: Bytes,
    pub(crate) events: Option<Box<RawEvents>>,
    pub(crate) pieces: Option<Box<Download>>,
}

impl Answer {
    /// The status.
    pub fn status(&self) -> StatusCode {
        self.status
    }
}

/// How a response becomes a value.
pub trait Receive {
    /// The value.
    type Value: Send + 'static;
    /// How much of the response is read first.
    const MODE: Mode = Mode::Whole;

    /// Makes the value.
    ///
    /// # Errors
    /// When the response is not what was expected.
    fn receive(answer: &mut Answer) -> Result<Self::Value, Unreadable>;
}

/// A body that is JSON. An empty one is read as `null`.
pub struct Json<T>(PhantomData<fn() -> T>);

impl<T: DeserializeOwned + Send + 'static> Receive for Json<T> {
    type Value = T;

    fn receive(answer: &mut Answer) -> Result<T, Unreadable> {
        receive_json(answer)
    }
}

/// What is said of a response that could not be read as JSON.
fn unreadable(answer: &Answer, error: serde_json::Error, expected: &str) -> Unreadable {
    if answer.body.trim_ascii().is_empty() {
        let message = format!("expected {}, found an empty body", short_name(expected));
        return Unreadable::new(message).with_source(error);
    }
    if let Some(encoded) = encoded(&answer.headers) {
        return Unreadable::new(encoded).with_source(error);
    }
    let media_type = media_type(&answer.headers).filter(|name| !name.contains("json"));
    Unreadable::json_in(error, json_text(&answer.body), expected, media_type.as_deref())
}

/// A response whose body does not matter.
pub enum NoContent {}

impl Receive for NoContent {
    type Value = ();

    fn receive(_answer: &mut Answer) -> Result<(), Unreadable> {
        Ok(())
    }
}

/// A body that is text. Bytes that are no UTF-8 become replacement characters.
pub enum Text {}

impl Receive for Text {
    type Value = String;

    fn receive(answer: &mut Answer) -> Result<String, Unreadable> {
        match (std::str::from_utf8(&answer.body), encoded(&answer.headers)) {
            (Ok(text), _) => Ok(text.to_owned()),
            (Err(_), Some(encoded)) => Err(Unreadable::new(encoded)),
            (Err(_), None) => Ok(String::from_utf8_lossy(&answer.body).into_owned()),
        }
    }
}

/// A body that is the text of a number, a boolean, a date or another scalar.
pub struct TextOf<T>(PhantomData<fn() -> T>);

impl<T: DeserializeOwned + Send + 'static> Receive for TextOf<T> {
    type Value = T;

    fn receive(answer: &mut Answer) -> Result<T, Unreadable> {
        receive_text(answer)
    }
}

/// A body of text of a type that the place of use names.
///
/// # Errors
/// When it is no text of that type.
#[doc(hidden)]
pub fn receive_text<T: DeserializeOwned + Send + 'static>(answer: &mut Answer) -> Result<T, Unreadable> {
    let text = Text::receive(answer)?;
    let text = text.trim_start_matches('\u{feff}').trim();
    number_reader::read(PlainText::scalar(text)).map_err(|error: serde::de::value::Error| {
        let (expected, error) = (short_name(type_name::<T>()), error.to_string());
        let (error, text) = (excerpt(&error, 300, NO_SECRETS), excerpt(text, 120, NO_SECRETS));
        Unreadable::new(format!("expected {expected}: {error}, in {text}"))
    })
}

/// A body that is bytes, of any length.
pub enum Binary {}

impl Receive for Binary {
    type Value = Bytes;
    const MODE: Mode = Mode::Download;

    fn receive(answer: &mut Answer) -> Result<Bytes, Unreadable> {
        Ok(answer.body.clone())
    }
}

/// Turns what execution gave into what a call gives.
pub(crate) fn finish<Success: Receive, Op: Operation>(
    result: Result<Box<Answer>, Box<Failure>>,
) -> Finished<Success, Op> {
    let mut answer = match result {
        Ok(answer) => answer,
        Err(failure) => return Err(failed::<Op>(failure)),
    };
    match Success::receive(&mut answer) {
        Ok(value) => Ok(Response::new(value, answer.status, std::mem::take(&mut answer.headers))),
        Err(unreadable) => Err(Error::new(undecoded(unreadable, *answer), None)),
    }
}

/// What a call gives: the response with a body of the type that `Success` makes.
pub(crate) type Finished<Success, Op> =
    Result<Response<<Success as Receive>::Value>, Error<<<Op as Operation>::Failure as Receive>::Value>>;

/// Reads the error body that the document describes, where there is one.
pub(crate) fn failed<Op: Operation>(failure: Box<Failure>) -> Error<<Op::Failure as Receive>::Value> {
    with_body(failure, &Op::SPEC.words, Op::Failure::receive)
}

pub(crate) fn undecoded(unreadable: Unreadable, mut answer: Answer) -> Box<Failure> {
    if let Some(span) = &mut answer.span {
        span.undecoded();
    }
    let redactor = answer.core.as_ref().map(ClientCore::redactor).unwrap_or_default();
    let message = format!("{}: {}", answer.status, unreadable.shown(json_text(&answer.body), &redactor));
    let mut failure = Failure::new(ErrorKind::Decode, answer.operation, message);
    if answer.core.is_some() {
        failure = failure.without_secrets(&redactor);
    }
    failure.response = Some(FailedResponse { status: answer.status, headers: answer.headers, body: answer.body });
    failure
}

/// A JSON body of a type that the place of use names.
///
/// # Errors
/// When it is not JSON of that form.
#[doc(hidden)]
pub fn receive_json<T: DeserializeOwned + Send + 'static>(answer: &mut Answer) -> Result<T, Unreadable> {
    read_json(json_text(&answer.body)).map_err(|error| unreadable(answer, error, type_name::<T>()))
}

/// An error body of a status for which the document describes none.
///
/// # Errors
/// When it is not JSON.
#[doc(hidden)]
pub fn receive_other(answer: &mut Answer) -> Result<Value, Unreadable> {
    Json::<Value>::receive(answer)
}

/// What is said of a response whose content is encoded. Transports that ask for an encoding decode it and take the header
/// away, browsers leave it there, so that it only counts where the content cannot be read.
pub(crate) fn encoded(headers: &HeaderMap) -> Option<String> {
    let encoding = headers.get(CONTENT_ENCODING)?.to_str().unwrap_or("?").trim();
    let is_plain = encoding.is_empty() || encoding.eq_ignore_ascii_case("identity");
    (!is_plain)
        .then(|| format!("the content is encoded as `{}`, which was not asked for", excerpt(encoding, 40, NO_SECRETS)))
}

/// The media type of a response, in lower case and without parameters.
pub(crate) fn media_type(headers: &HeaderMap) -> Option<Cow<'_, str>> {
    let text = headers.get(http::header::CONTENT_TYPE)?.to_str().ok()?;
    let text = text.split(';').next().unwrap_or_default().trim();
    Some(if text.bytes().any(|byte| byte.is_ascii_uppercase()) {
        text.to_ascii_lowercase().into()
    } else {
        text.into()
    })
}
