//! Enums of integers.

use super::types::{Log, LogLevel, LogVote};
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn integers_are_variants() {
    let log: Log = round_trip(json!({"level": 10, "vote": -1, "ratio": 0.5, "retried": true}));
    assert_eq!(log.level.as_i64(), 10);
    assert_eq!(log.level, LogLevel::from(10));
    assert!(!matches!(log.level, LogLevel::Unknown(_)));
    assert_ne!(LogVote::from(-1), LogVote::from(1));
}

#[test]
fn unknown_integer_is_kept() {
    let log: Log = round_trip(json!({"level": 40, "vote": 0}));
    assert_eq!(log.level, LogLevel::Unknown(40));
}
