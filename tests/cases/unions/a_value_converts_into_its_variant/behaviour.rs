//! Values convert to the only variant that can hold them, so requests do not have to name unions.

use super::types::{Batch, Item, Message, MessageContent, MessageRole, Note, Pause, Tool, ToolString};
use apiarist_tests::wire::encode;
use serde_json::json;

#[test]
fn new_and_setters_accept_the_value_of_a_variant() {
    let batch = Batch::new([Message::new(MessageRole::User, "hello")]).tool("auto").note(7);
    assert_eq!(
        encode(&batch),
        json!({"items": [{"type": "message", "role": "user", "content": "hello"}], "tool": "auto", "note": 7})
    );
}

#[test]
fn each_value_converts() {
    let quote = Message::new("assistant", vec![Message::new(MessageRole::User, "hello".to_owned())]);
    assert!(matches!(&quote.content, MessageContent::Messages(quoted) if quoted.len() == 1), "{quote:?}");
    assert_eq!([Item::from(quote.clone()), Pause::new(3).into()], [Item::Message(quote), Item::Pause(Pause::new(3))]);
    assert_eq!(Tool::from("search"), Tool::from(ToolString::from("search")));
}

#[test]
fn strings_do_not_convert_if_two_variants_hold_them() {
    assert_eq!(Note::from(1), Note::Integer(1));
    assert_eq!([encode(&Note::Text("a".into())), encode(&Note::Markdown("a".into()))], [json!("a"), json!("a")]);
}
