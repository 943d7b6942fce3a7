//! Events, and how they become values.

use std::{any::type_name, time::Duration};

use serde::de::DeserializeOwned;

use crate::{
    call::decode::{Json, Text},
    error::decode_error::DecodeError,
    tables::json_text::{json_text, read_json},
};

/// The longest event that is read.
pub(crate) const LONGEST: usize = 1 << 20;

/// An event with all that the server said of it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Event<T> {
    /// The event's name; `message` when the server gave none.
    pub name: String,
    /// The last id that the server gave, with this event or before it.
    pub id: Option<String>,
    /// How long the server asks, with this event, to wait before a lost stream is opened again.
    pub retry: Option<Duration>,
    /// What the event says.
    pub data: T,
}

impl<T> Event<T> {
    /// Returns an event without name and id.
    pub fn new(data: T) -> Self {
        Event { name: "message".into(), id: None, retry: None, data }
    }
}

/// How an event becomes a value.
pub trait FromEvent {
    /// The value.
    type Value: Send + 'static;

    /// Makes the value.
    ///
    /// # Errors
    /// When the event is not what was expected.
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
