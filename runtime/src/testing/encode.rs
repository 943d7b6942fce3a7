//! Encoding of typed responses and events: the reverse of the client's decoders.
//!
//! ```text
//! Json<Bee>           Bee { id: "b1" }      {"id":"b1"}, application/json
//! TextOf<i64>         7                     7, text/plain
//! Envelope<Tick>      Tick { data: 7 }      event: tick
//!                                           data: 7
//! ```

use bytes::Bytes;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::{
    call::decode::{Binary, FromResponse, Json, NoContent, Text, TextOf},
    encode::parameter::plain,
    stream::{
        envelope::Envelope,
        event::{Event, FromEvent},
        json_lines::Framing,
    },
    tables::{
        content::Content,
        number_writer::{Written, to_content},
    },
};

/// The decoder of a response whose values can be encoded, so that a fake can respond with them.
///
/// All decoders of generated clients implement it.
///
/// ```
/// # use apiarist_runtime::{Operation, SuccessOf, testing::{EncodeResponse, FakeApi}};
/// /// Responds to an operation with a value, and counts the requests.
/// fn respond_once<Op: Operation<Success: EncodeResponse>>(fake: &FakeApi, value: &SuccessOf<Op>) {
///     fake.on::<Op>().respond(value).times(1);
/// }
/// ```
pub trait EncodeResponse: FromResponse {
    /// Whether the value is an enum whose variants have different statuses.
    #[doc(hidden)]
    const BY_STATUS: bool = false;

    /// Encodes a value as the body of a response.
    ///
    /// # Errors
    /// Returns an error if the value cannot be serialized.
    #[doc(hidden)]
    fn encode(value: &Self::Value) -> serde_json::Result<EncodedBody>;
}

/// The body of a response, and its media type. Returned by [`EncodeResponse`].
#[doc(hidden)]
#[derive(Clone, Debug)]
pub struct EncodedBody {
    pub(super) media_type: Option<&'static str>,
    pub(super) bytes: Bytes,
}

#[allow(
    clippy::missing_errors_doc,
    clippy::unnecessary_wraps,
    reason = "only derives and this file call these functions"
)]
impl EncodedBody {
    fn new(media_type: &'static str, bytes: impl Into<Bytes>) -> serde_json::Result<Self> {
        Ok(EncodedBody { media_type: Some(media_type), bytes: bytes.into() })
    }

    /// Encodes any value as JSON.
    pub fn json<T: Serialize + ?Sized>(value: &T) -> serde_json::Result<Self> {
        EncodedBody::new("application/json", serde_json::to_vec(&Written(value))?)
    }

    /// Encodes a string as text.
    pub fn text(value: &str) -> serde_json::Result<Self> {
        EncodedBody::new("text/plain; charset=utf-8", value.to_owned())
    }

    /// Encodes a scalar as text.
    pub fn scalar<T: Serialize + ?Sized>(value: &T) -> serde_json::Result<Self> {
        EncodedBody::new("text/plain; charset=utf-8", plain(&to_content(value)?))
    }

    /// Encodes bytes as themselves.
    pub fn binary(value: &Bytes) -> serde_json::Result<Self> {
        EncodedBody::new("application/octet-stream", value.clone())
    }

    /// Returns the absence of a body.
    pub fn empty() -> serde_json::Result<Self> {
        Ok(EncodedBody { media_type: None, bytes: Bytes::new() })
    }
}

impl<T: Serialize + DeserializeOwned + Send + 'static> EncodeResponse for Json<T> {
    fn encode(value: &T) -> serde_json::Result<EncodedBody> {
        EncodedBody::json(value)
    }
}

impl EncodeResponse for NoContent {
    fn encode((): &()) -> serde_json::Result<EncodedBody> {
        EncodedBody::empty()
    }
}

impl EncodeResponse for Text {
    fn encode(value: &String) -> serde_json::Result<EncodedBody> {
        EncodedBody::text(value)
    }
}

impl<T: Serialize + DeserializeOwned + Send + 'static> EncodeResponse for TextOf<T> {
    fn encode(value: &T) -> serde_json::Result<EncodedBody> {
        EncodedBody::scalar(value)
    }
}

impl EncodeResponse for Binary {
    fn encode(value: &Bytes) -> serde_json::Result<EncodedBody> {
        EncodedBody::binary(value)
    }
}

/// The decoder of an event whose values can be encoded. All decoders of generated clients implement it.
///
/// ```
/// # use apiarist_runtime::{StreamOperation, testing::{EncodeEvent, FakeApi}};
/// /// Responds to an operation with a stream without events.
/// fn respond_empty<Op: StreamOperation<Event: EncodeEvent<Value = String>>>(fake: &FakeApi) {
///     fake.on::<Op>().events(Vec::<String>::new());
/// }
/// ```
pub trait EncodeEvent: FromEvent {
    /// Encodes a value as an event.
    ///
    /// # Errors
    /// Returns an error if the value cannot be serialized.
    #[doc(hidden)]
    fn encode(value: &Self::Value) -> serde_json::Result<EncodedEvent>;
}

/// The fields of an event. Returned by [`EncodeEvent`].
#[doc(hidden)]
#[derive(Clone, Debug, Default)]
pub struct EncodedEvent {
    name: Option<String>,
    id: Option<String>,
    retry: Option<String>,
    data: String,
}

impl EncodedEvent {
    /// Returns the event as the client reads it.
    pub(super) fn to_event(&self) -> Event<String> {
        let mut event = Event::new(self.data.clone());
        event.name = self.name.clone().unwrap_or(event.name);
        event.id.clone_from(&self.id);
        event.retry = self.retry.as_ref().and_then(|retry| retry.parse().ok()).map(std::time::Duration::from_millis);
        event
    }

    /// Appends the event to the body of a stream.
    pub(super) fn write(&self, framing: Framing, body: &mut String) {
        match framing {
            Framing::Lines => body.push_str(&format!("{}\n", self.data)),
            Framing::Sequence => body.push_str(&format!("\u{1e}{}\n", self.data)),
            Framing::Events => {
                for (field, value) in [("event", &self.name), ("id", &self.id), ("retry", &self.retry)] {
                    value.iter().for_each(|value| body.push_str(&format!("{field}: {value}\n")));
                }
                self.data.split('\n').for_each(|line| body.push_str(&format!("data: {line}\n")));
                body.push('\n');
            }
        }
    }
}

impl<T: Serialize + DeserializeOwned + Send + 'static> EncodeEvent for Json<T> {
    fn encode(value: &T) -> serde_json::Result<EncodedEvent> {
        serde_json::to_string(&Written(value)).map(|data| EncodedEvent { data, ..EncodedEvent::default() })
    }
}

impl EncodeEvent for Text {
    fn encode(value: &String) -> serde_json::Result<EncodedEvent> {
        Ok(EncodedEvent { data: value.clone(), ..EncodedEvent::default() })
    }
}

impl<T: Serialize + DeserializeOwned + Send + 'static> EncodeEvent for Envelope<T> {
    fn encode(value: &T) -> serde_json::Result<EncodedEvent> {
        let envelope = to_content(value)?;
        let field = |name: &str| envelope.member(name).filter(|value| !value.is_null()).map(text_of_field);
        Ok(EncodedEvent {
            name: field("event"),
            id: field("id"),
            retry: field("retry"),
            data: field("data").unwrap_or_default(),
        })
    }
}

/// Returns the text of an event's field: a string itself, or the JSON of any other value.
fn text_of_field(value: &Content<'_>) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
