//! Responses do not distinguish absent and null.

use super::types::Task;
use apiarist_tests::wire::{decode, encode};
use serde_json::json;

#[test]
fn null_and_absent_are_none() {
    let absent: Task = decode(json!({"title": "a", "finished_at": null}));
    let null: Task = decode(json!({"title": "a", "finished_at": null, "note": null, "owner": null}));
    assert_eq!(absent, null);
    assert_eq!(encode(&null), json!({"title": "a", "finished_at": null}));
}

#[test]
fn required_nullable_property_can_be_absent() {
    let task: Task = decode(json!({"title": "a"}));
    assert_eq!(task.finished_at, None);
}

#[test]
fn values_are_decoded() {
    let task: Task = decode(json!({"title": "a", "finished_at": 3, "note": "n", "owner": {"name": "Ada"}}));
    assert_eq!(task.finished_at, Some(3));
    assert_eq!(task.owner.expect("it has an owner").name, "Ada");
}
