//! The message of an error body, wherever servers usually put it.

use serde_json::Value;

/// The sentence in which an error body says what went wrong, as most servers spell it.
pub(crate) fn message_of(body: &[u8]) -> String {
    let Ok(value) = serde_json::from_slice::<Value>(body) else { return String::from_utf8_lossy(body).into_owned() };
    message_in(&value)
}

/// The message in a value: of the members that usually hold one, or else all of it.
pub(crate) fn message_in(value: &Value) -> String {
    sentence_in(value).map_or_else(|| value.to_string(), str::to_owned)
}

/// The message in the first member that usually holds one.
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
