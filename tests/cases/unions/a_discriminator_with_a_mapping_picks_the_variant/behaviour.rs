//! The tag selects the variant, at any position.

use super::types::{Item, Message, ToolCall};
use apiarist_tests::wire::{encode, round_trip};
use serde_json::json;

#[test]
fn each_tag_selects_its_variant() {
    let item: Item = round_trip(json!({"type": "message", "text": "hi"}));
    assert!(matches!(item, Item::Message(Message { text, .. }) if text == "hi"));
    for tag in ["function_call", "custom_call"] {
        let item: Item = round_trip(json!({"type": tag, "name": "f", "arguments": {"a": 1}}));
        assert!(matches!(item, Item::ToolCall(ToolCall { name, .. }) if name == "f"));
    }
}

#[test]
fn tag_can_be_last() {
    let text = r#"{"arguments": {"type": "message"}, "name": "f", "type": "custom_call"}"#;
    let item: Item = serde_json::from_str(text).expect("it can be read");
    assert_eq!(encode(&item)["type"], "custom_call");
    assert_eq!(encode(&item)["arguments"]["type"], "message");
}

#[test]
fn unknown_tag_keeps_the_whole_value() {
    for unknown in [json!({"type": "image", "url": "u"}), json!({"url": "u"}), json!({"type": 1})] {
        let item: Item = round_trip(unknown.clone());
        assert!(matches!(item, Item::Unknown(value) if value == unknown));
    }
    serde_json::from_value::<Item>(json!("message")).expect_err("an item is an object");
}

#[test]
fn undecodable_value_of_a_known_tag_is_an_error() {
    serde_json::from_value::<Item>(json!({"type": "message"})).expect_err("a message has a text");
}
