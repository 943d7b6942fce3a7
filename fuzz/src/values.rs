//! JSON that is decoded into unions.

use std::fmt::Debug;

use apiarist_runtime::serde::{Serialize, de::DeserializeOwned};
use apiarist_runtime::serde_json::{self, Value};

use crate::api::types::{Flower, Mixed, Tagged, Untagged};

/// Decodes the bytes into the three unions. What decodes is encoded and decoded again to the same value. A member that keeps
/// undeclared properties loses none.
pub fn unions(bytes: &[u8]) {
    keeps_properties(bytes);
    survives::<Tagged>(bytes);
    survives::<Untagged>(bytes);
    survives::<Mixed>(bytes);
}

fn survives<T: DeserializeOwned + Serialize + PartialEq + Debug>(bytes: &[u8]) {
    let Ok(value) = serde_json::from_slice::<T>(bytes) else { return };
    let text = serde_json::to_vec(&value).expect("a decoded value can be encoded");
    let again: T = serde_json::from_slice(&text).expect("an encoded value can be decoded");
    // A JSON number without a fraction may become an integer, so that the values are compared rather than the bytes.
    assert_eq!(again, value);
    assert!(serde_json::from_slice::<Value>(&text).is_ok());
}

fn keeps_properties(bytes: &[u8]) {
    let Ok(Value::Object(properties)) = serde_json::from_slice(bytes) else { return };
    let Ok(flower) = serde_json::from_slice::<Flower>(bytes) else { return };
    let encoded = serde_json::to_value(&flower).expect("a decoded value can be encoded");
    let is_lost = |name: &&String| encoded.get(name.as_str()).is_none();
    assert_eq!(properties.keys().find(is_lost), None);
}
