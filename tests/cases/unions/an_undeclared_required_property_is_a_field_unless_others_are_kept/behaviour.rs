//! A property that a union requires and no schema declares.

use super::types::Filter;
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn every_variant_keeps_the_property() {
    assert!(matches!(round_trip(json!({"a": "x", "name": "n"})), Filter::Free(free) if free.extra["name"] == "n"));
    assert!(matches!(round_trip(json!({"b": "x", "name": "n"})), Filter::Prefixed(kept) if kept.extra["name"] == "n"));
    assert!(
        matches!(round_trip(json!({"c": "x", "name": "n"})), Filter::Fixed(fixed) if fixed.name == Some("n".into()))
    );
}
