//! How responses become values: the only generic step of a call.

use std::{any::type_name, borrow::Cow, marker::PhantomData};

use bytes::Bytes;
use http::{HeaderMap, StatusCode, header::CONTENT_ENCODING};
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::{
    call::{error_body::with_body, response::Response},
    client::ClientCore,
    download::Download,
    error::{
        Error, ErrorKind, FailedResponse, Failure,
        json_path::path_at,
        redact::{LONGEST_VALUE, NO_SECRETS, excerpt, hidden},
        secret::longest_encoded,
    },
    spec::operation::Operation,
    stream::{Event, EventStream, RawEvents},
    tables::{number_reader, plain_text::PlainText},
    transport::telemetry::Span,
    values::{
        printable::{LONGEST_MESSAGE, printable},
        text_type::first_bytes,
    },
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

/// A response that did not become a value, in words.
#[derive(Debug)]
pub struct Unreadable {
    message: String,
    /// The part of the message that repeats the response.
    found: String,
    source: Option<serde_json::Error>,
}

impl Unreadable {
    /// A reason in words.
    pub fn new(message: impl Into<String>) -> Self {
        Unreadable { message: printable(&message.into(), LONGEST_MESSAGE), found: String::new(), source: None }
    }

    pub(crate) fn json(error: serde_json::Error, bytes: &[u8], expected: &str) -> Self {
        Unreadable::json_in(error, bytes, expected, None)
    }

    /// The same with the media type of the response, which is no JSON.
    fn json_in(error: serde_json::Error, bytes: &[u8], expected: &str, media_type: Option<&str>) -> Self {
        let path = excerpt(&path_at(bytes, &error), LONGEST_VALUE, NO_SECRETS);
        let place = if path.is_empty() { String::new() } else { format!(" at `{path}`") };
        let part = excerpt(&String::from_utf8_lossy(around(bytes, &error, 0)), 120, NO_SECRETS);
        // The text of the error may hold a value of any length.
        let message = format!("expected {}", printable(&short_name(expected), LONGEST_VALUE));
        let media_type = media_type.map(|name| format!(", found `{}`", excerpt(name, LONGEST_VALUE, NO_SECRETS)));
        let found = format!(
            "{place}{}: {}, in {part}",
            media_type.unwrap_or_default(),
            excerpt(&error.to_string(), 300, NO_SECRETS)
        );
        Unreadable { message, found, source: Some(error) }
    }

    /// The message without secrets. An excerpt may hold a part of one, which cannot be recognized, so that nothing of the
    /// text is shown where it repeats a secret.
    pub(crate) fn shown(&self, text: &[u8], secrets: &[String]) -> String {
        let repeats = |text: &str| hidden(text, secrets) != text;
        let is_unsafe = self.source.as_ref().is_some_and(|error| {
            let margin = longest_encoded(secrets);
            let part = |text: &str| repeats(first_bytes(text, LONGEST_MESSAGE + margin));
            repeats(&String::from_utf8_lossy(around(text, error, margin)))
                || part(&error.to_string())
                || part(&path_at(text, error))
        });
        if is_unsafe { format!("{}; the response repeats a credential", self.message) } else { self.to_string() }
    }
}

impl std::fmt::Display for Unreadable {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.message)?;
        formatter.write_str(&self.found)
    }
}

/// The name of a type without the modules in which types stand.
pub(crate) fn short_name(name: &str) -> String {
    let is_path = |character: char| character.is_alphanumeric() || matches!(character, '_' | ':');
    let mut short = String::new();
    for piece in name.split_inclusive(|character| !is_path(character)) {
        short.push_str(piece.rsplit("::").next().unwrap_or_default());
    }
    short
}

impl std::error::Error for Unreadable {}

/// The line of the text on which the error is, or the part of it that matters, with so many bytes more on either side.
fn around<'a>(bytes: &'a [u8], error: &serde_json::Error, margin: usize) -> &'a [u8] {
    let line = bytes.split(|byte| *byte == b'\n').nth(error.line().saturating_sub(1)).unwrap_or_default();
    let start = error.column().saturating_sub(80).min(line.len());
    let end = (start + 120 + margin).min(line.len());
    line.get(start.saturating_sub(margin)..end).unwrap_or_default()
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

/// How an event becomes a value.
pub trait ReceiveEvent {
    /// The value.
    type Value: Send + 'static;

    /// Makes the value.
    ///
    /// # Errors
    /// When the event is not what was expected.
    fn receive_event(event: &Event<String>) -> Result<Self::Value, Unreadable>;
}

/// A body that is JSON. An empty one is read as `null`.
pub struct Json<T>(PhantomData<fn() -> T>);

impl<T: DeserializeOwned + Send + 'static> Receive for Json<T> {
    type Value = T;

    fn receive(answer: &mut Answer) -> Result<T, Unreadable> {
        receive_json(answer)
    }
}

impl<T: DeserializeOwned + Send + 'static> ReceiveEvent for Json<T> {
    type Value = T;

    fn receive_event(event: &Event<String>) -> Result<T, Unreadable> {
        let text = json_text(event.data.as_bytes());
        read_json(text).map_err(|error| Unreadable::json(error, text, type_name::<T>()))
    }
}

/// What is said of a response that could not be read as JSON.
fn unreadable(answer: &Answer, error: serde_json::Error, expected: &str) -> Unreadable {
    if answer.body.trim_ascii().is_empty() {
        let message = format!("expected {}, found an empty body", short_name(expected));
        return Unreadable { source: Some(error), ..Unreadable::new(message) };
    }
    if let Some(encoded) = encoded(&answer.headers) {
        return Unreadable { source: Some(error), ..Unreadable::new(encoded) };
    }
    let media_type = media_type(&answer.headers).filter(|name| !name.contains("json"));
    Unreadable::json_in(error, json_text(&answer.body), expected, media_type.as_deref())
}

/// The text without a byte order mark; `null` for nothing.
pub(crate) fn json_text(bytes: &[u8]) -> &[u8] {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.trim_ascii().is_empty() { b"null" } else { bytes }
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

impl ReceiveEvent for Text {
    type Value = String;

    fn receive_event(event: &Event<String>) -> Result<String, Unreadable> {
        Ok(event.data.clone())
    }
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

/// As the success of an operation: an event stream, each event read by `R`, and each error that the server reports by `F`.
impl<R: ReceiveEvent + 'static, F: Receive + 'static> Receive for EventStream<R, F> {
    type Value = EventStream<R::Value, F::Value>;
    const MODE: Mode = Mode::Events;

    fn receive(answer: &mut Answer) -> Result<Self::Value, Unreadable> {
        let events = answer.events.take().ok_or_else(|| Unreadable::new("expected an event stream"))?;
        Ok(EventStream::new(events, R::receive_event, F::receive))
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
    let secrets = answer.core.as_ref().map(ClientCore::secrets).unwrap_or_default();
    let message = format!("{}: {}", answer.status, unreadable.shown(json_text(&answer.body), &secrets));
    let mut failure = Failure::new(ErrorKind::Decode, answer.operation, message);
    if let Some(core) = &answer.core {
        failure = failure.without_secrets(core);
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

/// Reads JSON. It is looked at once whether all of it is UTF-8 (RFC 8259, section 8.1), which costs less than to look at
/// each text in it.
pub(crate) fn read_json<T: DeserializeOwned>(bytes: &[u8]) -> serde_json::Result<T> {
    match std::str::from_utf8(bytes) {
        Ok(text) => number_reader::read_whole(serde_json::Deserializer::from_str(text)),
        Err(_) => Err(no_utf8(bytes)),
    }
}

/// The error of a text that is no UTF-8, at the place where it is none.
#[cold]
fn no_utf8(bytes: &[u8]) -> serde_json::Error {
    match serde_json::from_slice::<Value>(bytes) {
        Err(error) => error,
        Ok(_) => <serde_json::Error as serde::de::Error>::custom("the text is no UTF-8"),
    }
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
