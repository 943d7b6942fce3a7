//! Variants with two enums, of which only the second distinguishes them.

use super::types::Job;
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn value_of_the_distinct_enum_selects_the_variant() {
    assert!(matches!(round_trip(json!({"color": "green", "state": "running"})), Job::Active(_)));
    assert!(matches!(round_trip(json!({"color": "green", "state": "failed"})), Job::Finished(_)));
    assert!(matches!(round_trip(json!({"color": "blue", "state": "waiting"})), Job::Active(_)));
}
