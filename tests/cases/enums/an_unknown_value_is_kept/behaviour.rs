//! Enum values added by the server later.

use super::types::{Run, RunStatus, SortOrder};
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn known_values_are_variants() {
    let statuses = [
        ("queued", RunStatus::Queued),
        ("in_progress", RunStatus::InProgress),
        ("requires-action", RunStatus::RequiresAction),
        ("Timed out", RunStatus::TimedOut),
    ];
    for (text, status) in statuses {
        let run: Run = round_trip(json!({"id": "r", "status": text}));
        assert_eq!(run.status, status);
        assert_eq!(status.as_str(), text);
        assert_eq!(status.to_string(), text);
        assert_eq!(RunStatus::from(text), status);
        assert_eq!(text.parse::<RunStatus>(), Ok(status));
    }
}

#[test]
fn unknown_value_is_kept() {
    let run: Run = round_trip(json!({"id": "r", "status": "paused", "trigger": ""}));
    assert_eq!(run.status, RunStatus::Unknown("paused".to_owned()));
    assert_eq!(SortOrder::from("ASC").as_str(), "ASC");
}

#[test]
fn non_string_is_rejected() {
    serde_json::from_value::<Run>(json!({"id": "r", "status": 1})).expect_err("a status is text");
}
