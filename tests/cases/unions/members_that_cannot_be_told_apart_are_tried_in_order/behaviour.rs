//! The first variant that can decode the value wins.

use super::types::Note;
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn second_variant_is_used_if_the_first_fails() {
    let note: Note = round_trip(json!({"text": "a"}));
    assert!(matches!(note, Note::Short(short) if short.text == "a"));
    let note: Note = round_trip(json!({"text": ["a", "b"], "author": "Ada"}));
    assert!(matches!(note, Note::Long(long) if long.text == ["a", "b"]));
}
