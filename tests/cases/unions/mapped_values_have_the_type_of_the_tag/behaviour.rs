//! Mapped values, which are always strings, of tags with other types.

use super::types::{Flag, Lamp, Port, Power};
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn mapped_value_of_a_boolean_is_a_boolean() {
    assert!(matches!(round_trip(json!({"active": true, "watts": 5})), Power::On(_)));
    assert!(matches!(round_trip(json!({"active": false})), Power::Off(_)));
    assert!(matches!(round_trip(json!({"active": "true"})), Power::Unknown(_)));
    assert!(matches!(round_trip(json!({"lit": true, "color": "red"})), Lamp::On(_)));
    assert!(matches!(round_trip(json!({"lit": false})), Lamp::Off(_)));
}

#[test]
fn mapped_value_of_a_string_stays_a_string() {
    assert!(matches!(round_trip(json!({"number": "1"})), Port::Variant1(_)));
    assert!(matches!(round_trip(json!({"number": "2"})), Port::Variant2(_)));
    assert!(matches!(round_trip(json!({"number": 1})), Port::Unknown(_)));
    assert!(matches!(round_trip(json!({"up": "true"})), Flag::True(_)));
    assert!(matches!(round_trip(json!({"up": true})), Flag::Unknown(_)));
}
