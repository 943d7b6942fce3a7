//! Extraction of the message from an error body.

use serde_json::Value;

/// Returns the message of an error body, or the whole text if it is not JSON.
pub(crate) fn message_of(body: &[u8]) -> String {
    let Ok(value) = serde_json::from_slice::<Value>(body) else { return String::from_utf8_lossy(body).into_owned() };
    message_in(&value)
}

/// Returns the message of a value, or the whole value as JSON if no known property contains one.
pub(crate) fn message_in(value: &Value) -> String {
    sentence_in(value).map_or_else(|| value.to_string(), str::to_owned)
}

/// Returns the message from the first known property that contains one.
pub(crate) fn sentence_in(value: &Value) -> Option<&str> {
    let places = [
        "/error/message",
        "/message",
        "/error",
        "/detail",
        "/detail/0/msg",
        "/detail/message",
        "/errors/0/message",
        "/errors/0/detail",
        "/errors/0/title",
        "/errors/0",
        "/error_description",
        "/errorMessage",
        "/error_message",
        "/errorMessages/0",
        "/title",
        "/msg",
        "/Message",
        "/fault/faultstring",
        "/description",
    ];
    places.iter().find_map(|place| value.pointer(place).and_then(Value::as_str))
}
