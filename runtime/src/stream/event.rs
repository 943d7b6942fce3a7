//! Events, and how they become values.

use std::{any::type_name, time::Duration};

use serde::de::DeserializeOwned;

use crate::{
    call::decode::{Json, Text},
    error::decode_error::Unreadable,
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
pub trait ReceiveEvent {
    /// The value.
    type Value: Send + 'static;

    /// Makes the value.
    ///
    /// # Errors
    /// When the event is not what was expected.
    fn receive_event(event: &Event<String>) -> Result<Self::Value, Unreadable>;
}

impl<T: DeserializeOwned + Send + 'static> ReceiveEvent for Json<T> {
    type Value = T;

    fn receive_event(event: &Event<String>) -> Result<T, Unreadable> {
        let text = json_text(event.data.as_bytes());
        read_json(text).map_err(|error| Unreadable::json(error, text, type_name::<T>()))
    }
}

impl ReceiveEvent for Text {
    type Value = String;

    fn receive_event(event: &Event<String>) -> Result<String, Unreadable> {
        Ok(event.data.clone())
    }
}
