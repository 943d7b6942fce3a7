//! Objects without properties.

use super::types::{Ping, Pong};
use apiarist_tests::wire::{decode, encode, round_trip};
use serde_json::json;

#[test]
fn empty_object_is_written_and_any_object_accepted() {
    assert_eq!(encode(&Ping::default()), json!({}));
    let _: Ping = decode(json!({"new": "member"}));
    let _: Pong = round_trip(json!({"type": "pong"}));
}
