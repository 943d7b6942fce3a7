//! JSON text as bytes.

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::number_reader;

/// Returns the text without a byte order mark, or `null` for an empty text.
pub(crate) fn json_text(bytes: &[u8]) -> &[u8] {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.trim_ascii().is_empty() { b"null" } else { bytes }
}

/// Parses JSON. UTF-8 is validated once for the whole text (RFC 8259 section 8.1), which is faster than for each string
/// in it.
pub(crate) fn read_json<T: DeserializeOwned>(bytes: &[u8]) -> serde_json::Result<T> {
    match std::str::from_utf8(bytes) {
        Ok(text) => number_reader::read_whole(serde_json::Deserializer::from_str(text)),
        Err(_) => Err(no_utf8(bytes)),
    }
}

/// Returns the error for a text that is not valid UTF-8, with the position of the fault.
#[cold]
fn no_utf8(bytes: &[u8]) -> serde_json::Error {
    match serde_json::from_slice::<Value>(bytes) {
        Err(error) => error,
        Ok(_) => <serde_json::Error as serde::de::Error>::custom("the text is not valid UTF-8"),
    }
}
