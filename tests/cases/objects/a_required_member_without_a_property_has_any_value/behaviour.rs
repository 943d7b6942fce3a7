//! Required properties that the document does not declare.

use super::types::{Call, Labels, Answer};
use apiarist_tests::wire::{decode, encode, round_trip};
use serde_json::json;

#[test]
fn undeclared_required_property_accepts_any_value() {
    let call: Call = round_trip(json!({"name": "f", "call_id": ["c", 1]}));
    assert_eq!(call.call_id, Some(json!(["c", 1])));
    assert_eq!(encode(&Call::new("f", None)), json!({"name": "f", "call_id": null}));
}

#[test]
fn undeclared_required_property_can_be_absent() {
    let call: Call = decode(json!({"name": "f"}));
    assert_eq!(call.call_id, None);
}

#[test]
fn map_keeps_an_undeclared_required_property() {
    let labels: Labels = round_trip(json!({"name": "n", "color": "red"}));
    assert_eq!(labels.extra["color"], "red");
}

#[test]
fn undeclared_tag_is_still_a_tag() {
    let result: Answer = round_trip(json!({"kind": "Text", "text": "a"}));
    assert!(matches!(result, Answer::Text(text) if text.text == "a"));
}
