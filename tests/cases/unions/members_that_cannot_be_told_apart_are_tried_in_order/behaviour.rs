//! The first member that can be read wins.

use super::types::Note;
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn what_the_first_cannot_read_the_second_does() {
    let note: Note = round_trip(json!({"text": "a"}));
    assert!(matches!(note, Note::Short(short) if short.text == "a"));
    let note: Note = round_trip(json!({"text": ["a", "b"], "author": "Ada"}));
    assert!(matches!(note, Note::Long(long) if long.text == ["a", "b"]));
}
