//! JSON as bytes.

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::number_reader;

/// The text without a byte order mark; `null` for nothing.
pub(crate) fn json_text(bytes: &[u8]) -> &[u8] {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.trim_ascii().is_empty() { b"null" } else { bytes }
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
