//! Strings, arrays, objects and numbers.

use super::types::{Prompt, PromptInput, PromptLimit, PromptStop, PromptStrict};
use apiarist_tests::wire::{decode, round_trip};
use serde_json::{Value, json};

fn prompt(member: &str, value: Value) -> Prompt {
    let mut json = json!({"input": "hi"});
    json[member] = value;
    round_trip(json)
}

#[test]
fn input_is_a_string_array_or_object() {
    assert!(matches!(prompt("input", json!("a")).input, PromptInput::String(text) if text == "a"));
    assert!(matches!(prompt("input", json!(["a"])).input, PromptInput::Strings(list) if list == ["a"]));
    assert!(matches!(prompt("input", json!([])).input, PromptInput::Strings(list) if list.is_empty()));
    let template = prompt("input", json!({"template": "t"})).input;
    assert!(!matches!(template, PromptInput::Unknown(_)));
    assert!(matches!(prompt("input", json!(7)).input, PromptInput::Unknown(_)));
    assert!(matches!(prompt("input", json!({"other": 1})).input, PromptInput::Unknown(_)));
}

#[test]
fn scalars_are_distinguished() {
    assert!(matches!(prompt("stop", json!("a")).stop, Some(PromptStop::String(_))));
    assert!(matches!(prompt("stop", json!(["a", "b"])).stop, Some(PromptStop::Strings(_))));
    assert!(matches!(prompt("limit", json!(3)).limit, Some(PromptLimit::Integer(3))));
    assert!(!matches!(prompt("limit", json!("inf")).limit, Some(PromptLimit::Integer(_) | PromptLimit::Unknown(_))));
    assert!(matches!(prompt("strict", json!(true)).strict, Some(PromptStrict::Boolean(true))));
    assert!(matches!(prompt("strict", json!(0.5)).strict, Some(PromptStrict::Number(_))));
    let absent: Prompt = decode(json!({"input": "hi", "stop": null}));
    assert_eq!(absent.stop, None);
}
