//! Requests distinguish absent, null and a value.

use super::types::{Assignee, TaskChanges};
use apiarist_runtime::Maybe;
use apiarist_tests::wire::{encode, round_trip};
use serde_json::json;

#[test]
fn absent_null_and_value_are_sent_differently() {
    let absent = TaskChanges::default();
    assert_eq!(encode(&absent), json!({}));
    let null = TaskChanges { tags: Maybe::Null, due: Maybe::Null, ..TaskChanges::default() };
    assert_eq!(encode(&null), json!({"due": null, "tags": null}));
    let value = TaskChanges::default().title("a").assignee(Assignee::new("u1"));
    assert_eq!(encode(&value), json!({"title": "a", "assignee": {"id": "u1"}}));
}

#[test]
fn absent_null_and_value_are_decoded() {
    let changes: TaskChanges = round_trip(json!({"due": null, "tags": ["a"]}));
    assert_eq!(changes.due, Maybe::Null);
    assert_eq!(changes.tags, Maybe::Value(vec!["a".to_owned()]));
    assert_eq!(changes.assignee, Maybe::Absent);
}
