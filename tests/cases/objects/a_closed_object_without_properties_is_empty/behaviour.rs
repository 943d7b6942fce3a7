//! Objects that say nothing.

use super::types::{Ping, Pong};
use apiarist_tests::wire::{decode, encode, round_trip};
use serde_json::json;

#[test]
fn nothing_is_written_and_anything_read() {
    assert_eq!(encode(&Ping::default()), json!({}));
    let _: Ping = decode(json!({"new": "member"}));
    let _: Pong = round_trip(json!({"type": "pong"}));
}
