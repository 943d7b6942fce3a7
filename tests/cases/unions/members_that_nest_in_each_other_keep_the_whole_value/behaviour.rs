//! A recursive union with similar variants, for which trying all of them would take exponential time.

use super::types::Term;
use apiarist_tests::wire::round_trip;
use serde_json::{Value, json};

#[test]
fn hundred_levels_are_decoded_without_loss() {
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
