//! Absent, null and a value are three different things.

use super::types::{Assignee, TaskChanges};
use apiarist_runtime::Maybe;
use apiarist_tests::wire::{encode, round_trip};
use serde_json::json;

#[test]
fn absent_null_and_a_value_are_written_differently() {
    assert_eq!(encode(&TaskChanges::new()), json!({}));
    assert_eq!(encode(&TaskChanges::new().tags(Maybe::Null)), json!({"tags": null}));
    assert_eq!(encode(&TaskChanges::new().assignee(Assignee::new("u1"))), json!({"assignee": {"id": "u1"}}));
    assert_eq!(encode(&TaskChanges::new().title("a")), json!({"title": "a"}));
}

#[test]
fn all_three_are_read() {
    let changes: TaskChanges = round_trip(json!({"due": null, "tags": ["a"]}));
    assert_eq!(changes.due, Maybe::Null);
    assert_eq!(changes.tags, Maybe::Value(vec!["a".to_owned()]));
    assert_eq!(changes.assignee, Maybe::Absent);
}
