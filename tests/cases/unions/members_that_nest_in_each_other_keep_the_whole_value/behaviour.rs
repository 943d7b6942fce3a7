//! A union whose members look alike and hold the union, so that trying them all would double with every level.

use super::types::Term;
use apiarist_tests::wire::round_trip;
use serde_json::{Value, json};

#[test]
fn a_hundred_levels_are_read_as_the_members_that_keep_them() {
    let wrap = |inner: Value, level: u32| match level % 4 {
        0 => json!({"inner": inner, "unit": "m"}),
        1 => json!({"inner": inner, "factor": level}),
        2 => json!({"terms": [inner, {"unit": "s"}]}),
        _ => json!({"named": {"a": inner}}),
    };
    let value = (0..80).fold(json!({"factor": 1}), wrap);
    assert!(matches!(round_trip(value), Term::Group(_)));
    let value = (0..100).fold(json!({"factor": 1}), |inner, _| json!({"inner": inner, "unit": "m"}));
    assert!(matches!(round_trip(value), Term::Sum(_)));
}
