//! Events of a stream and their decoding.

use std::{any::type_name, time::Duration};

use serde::de::DeserializeOwned;

use crate::{
    call::decode::{Json, Text},
    error::decode_error::DecodeError,
    tables::json_text::{json_text, read_json},
};

/// The maximum length of an event in bytes.
pub(crate) const LONGEST: usize = 1 << 20;

/// An event with the metadata that the server sent.
///
/// ```
/// # use apiarist_runtime::{Error, EventStream, Value};
/// async fn print_names(mut events: EventStream<Value>) -> Result<(), Error> {
///     while let Some(event) = events.next_event().await {
///         let event = event?;
///         println!("{} {:?}: {}", event.name, event.id, event.data);
///     }
///     Ok(())
/// }
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Event<T> {
    /// The name of the event, or `message` if the server sent none.
    pub name: String,
    /// The last ID that the server sent, with this event or before it.
    pub id: Option<String>,
    /// The delay before reopening a lost stream, if this event requests one.
    pub retry: Option<Duration>,
    /// The data of the event.
    pub data: T,
}

impl<T> Event<T> {
    /// Creates an event without name and ID.
    pub fn new(data: T) -> Self {
        Event { name: "message".into(), id: None, retry: None, data }
    }
}

/// A value that is decoded from an event.
pub trait FromEvent {
    /// The decoded value.
    type Value: Send + 'static;

    /// Decodes the event.
    ///
    /// # Errors
    /// Returns an error if the event does not match the type.
    fn from_event(event: &Event<String>) -> Result<Self::Value, DecodeError>;
}

impl<T: DeserializeOwned + Send + 'static> FromEvent for Json<T> {
    type Value = T;

    fn from_event(event: &Event<String>) -> Result<T, DecodeError> {
        let text = json_text(event.data.as_bytes());
        read_json(text).map_err(|error| DecodeError::json(error, text, type_name::<T>()))
    }
}

impl FromEvent for Text {
    type Value = String;

    fn from_event(event: &Event<String>) -> Result<String, DecodeError> {
        Ok(event.data.clone())
    }
}
