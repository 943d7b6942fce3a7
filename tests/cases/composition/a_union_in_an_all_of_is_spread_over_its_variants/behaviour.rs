//! A union combined with sibling properties.

use super::types::{Content, Message};
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn union_with_and_without_siblings_are_different_types() {
    let content: Content = round_trip(json!({"type": "text", "text": "a"}));
    assert!(matches!(content, Content::Text(text) if text.text == "a"));
    let message: Message = round_trip(json!({"id": "m1", "type": "text", "text": "a"}));
    assert!(matches!(message, Message::Text(text) if text.id == "m1" && text.text == "a"));
    let message: Message = round_trip(json!({"url": "u", "type": "image", "id": "m2"}));
    assert!(matches!(message, Message::Image(image) if image.id == "m2" && image.url == "u"));
}
