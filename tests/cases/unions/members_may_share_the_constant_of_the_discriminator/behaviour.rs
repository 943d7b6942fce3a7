//! A discriminator whose property is the same constant in several variants.

use super::types::Item;
use serde_json::{from_value, json};

#[test]
fn other_constants_distinguish_the_variants() {
    let item = |value| from_value(value).expect("it is an item");
    assert!(matches!(item(json!({"type": "message", "role": "user", "text": "a"})), Item::InputMessage(_)));
    assert!(matches!(item(json!({"type": "message", "role": "assistant", "text": "a"})), Item::OutputMessage(_)));
    assert!(matches!(item(json!({"type": "tool_call", "name": "a"})), Item::ToolCall(_)));
    assert!(matches!(item(json!({"type": "InputMessage", "role": "user", "text": "a"})), Item::Unknown(_)));
}
