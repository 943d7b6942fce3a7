//! Variants that share a property with different enum values.

use super::types::Legend;
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn enum_value_selects_the_variant_that_lists_it() {
    assert!(matches!(round_trip(json!({"kind": "none"})), Legend::Table(_)));
    assert!(matches!(round_trip(json!({"kind": "automatic", "percent": true})), Legend::Inline(_)));
    assert!(matches!(round_trip(json!({"kind": "a kind of tomorrow"})), Legend::Unknown(_)));
}
