//! Members that the document requires and does not describe.

use super::types::{Call, Labels, Answer};
use apiarist_tests::wire::{decode, encode, round_trip};
use serde_json::json;

#[test]
fn it_has_any_value() {
    let call: Call = round_trip(json!({"name": "f", "call_id": ["c", 1]}));
    assert_eq!(call.call_id, Some(json!(["c", 1])));
    assert_eq!(encode(&Call::new("f", None)), json!({"name": "f", "call_id": null}));
}

#[test]
fn its_absence_is_forgiven() {
    let call: Call = decode(json!({"name": "f"}));
    assert_eq!(call.call_id, None);
}

#[test]
fn a_map_keeps_it() {
    let labels: Labels = round_trip(json!({"name": "n", "color": "red"}));
    assert_eq!(labels.extra["color"], "red");
}

#[test]
fn a_tag_is_still_a_tag() {
    let result: Answer = round_trip(json!({"kind": "Text", "text": "a"}));
    assert!(matches!(result, Answer::Text(text) if text.text == "a"));
}
