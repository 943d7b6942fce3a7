//! Unions of numbers, which need no variants.

use super::types::{Level, Meter};
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn value_of_each_type_is_a_number() {
    let meter: Meter = round_trip(json!({"count": 5_000_000_000_i64, "share": 0.5, "level": 2}));
    assert_eq!((meter.count, meter.share, meter.level), (Some(5_000_000_000), Some(0.5), Some(Level::Value2)));
    let meter: Meter = round_trip(json!({"share": 1, "level": 7}));
    assert_eq!((meter.share, meter.level), (Some(1.0), Some(Level::Unknown(7))));
}
