//! Whoever only reads need not tell null from nothing.

use super::types::Task;
use apiarist_tests::wire::{decode, encode};
use serde_json::json;

#[test]
fn null_and_nothing_are_none() {
    let absent: Task = decode(json!({"title": "a", "finished_at": null}));
    let null: Task = decode(json!({"title": "a", "finished_at": null, "note": null, "owner": null}));
    assert_eq!(absent, null);
    assert_eq!(encode(&null), json!({"title": "a", "finished_at": null}));
}

#[test]
fn a_required_member_may_be_missing_when_it_may_be_null() {
    let task: Task = decode(json!({"title": "a"}));
    assert_eq!(task.finished_at, None);
}

#[test]
fn values_are_read() {
    let task: Task = decode(json!({"title": "a", "finished_at": 3, "note": "n", "owner": {"name": "Ada"}}));
    assert_eq!(task.finished_at, Some(3));
    assert_eq!(task.owner.expect("it has an owner").name, "Ada");
}
