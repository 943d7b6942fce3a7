//! Converts values to JSON and back, and inspects requests.

use std::fmt::Debug;

#[cfg(feature = "client")]
use apiarist_runtime::ConfigError;
#[cfg(feature = "client")]
use apiarist_runtime::testing::{FakeAnswer, FakeTransport, RecordedRequest};
#[cfg(feature = "client")]
use percent_encoding::percent_decode_str;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::examples::assert_same;

/// Decodes a value from text and from a JSON tree, and asserts that both are equal.
///
/// # Panics
///
/// Panics if it cannot be decoded.
#[track_caller]
pub fn decode<T: DeserializeOwned + PartialEq + Debug>(json: Value) -> T {
    let text = json.to_string();
    let streamed: T = match serde_json::from_str(&text) {
        Ok(value) => value,
        Err(error) => panic!("{text} cannot be read: {error}"),
    };
    match serde_json::from_value::<T>(json) {
        Ok(value) => assert_eq!(value, streamed, "text and tree give different values"),
        Err(error) => panic!("{text} can be read as text only: {error}"),
    }
    streamed
}

/// Encodes a value as text and as a JSON tree, which must be equal.
///
/// # Panics
///
/// Panics if it cannot be encoded.
#[track_caller]
pub fn encode<T: Serialize>(value: &T) -> Value {
    let tree = match serde_json::to_value(value) {
        Ok(tree) => tree,
        Err(error) => panic!("the value cannot be written: {error}"),
    };
    match serde_json::to_string(value) {
        Ok(text) => assert_eq!(serde_json::from_str::<Value>(&text).ok(), Some(tree.clone()), "{text}"),
        Err(error) => panic!("the value cannot be written as text: {error}"),
    }
    tree
}

/// Decodes a value, encodes it, and expects the original.
///
/// # Panics
///
/// Panics if the value cannot be decoded, or the encoded value differs.
#[track_caller]
pub fn round_trip<T: Serialize + DeserializeOwned + PartialEq + Debug>(json: Value) -> T {
    let value: T = decode(json.clone());
    assert_same(&encode(&value), &json);
    value
}

/// Returns a client on a fake transport with one response, and that transport.
///
/// # Panics
///
/// Panics if the client cannot be built.
#[cfg(feature = "client")]
#[track_caller]
pub fn faked<C>(answer: FakeAnswer, build: impl FnOnce(FakeTransport) -> Result<C, ConfigError>) -> (C, FakeTransport) {
    let transport = FakeTransport::new().answer(answer);
    match build(transport.clone()) {
        Ok(client) => (client, transport),
        Err(error) => panic!("the client cannot be built: {error}"),
    }
}

/// Returns the decoded names and values in the query of a request.
#[cfg(feature = "client")]
pub fn query(request: &RecordedRequest) -> Vec<(String, String)> {
    let query = request.path_and_query().split_once('?').map_or("", |(_, query)| query);
    let decoded = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
    let pairs = query.split('&').filter(|pair| !pair.is_empty());
    pairs
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .map(|(name, value)| (decoded(name), decoded(value)))
        .collect()
}

/// Returns a transport that responds with these JSON texts in order.
#[cfg(feature = "client")]
#[must_use]
pub fn answering(answers: &[&'static str]) -> FakeTransport {
    let transport = FakeTransport::new();
    answers.iter().for_each(|answer| transport.push(FakeAnswer::json(200, *answer)));
    transport
}

/// Returns the path and query of each request.
#[cfg(feature = "client")]
#[must_use]
pub fn paths(transport: &FakeTransport) -> Vec<String> {
    transport.requests().iter().map(|request| request.path_and_query().to_owned()).collect()
}
