//! A mapping for one of three variants.

use super::types::Shape;
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn name_of_the_component_selects_a_variant_without_a_mapped_value() {
    assert!(matches!(round_trip(json!({"kind": "circle", "radius": 1})), Shape::Circle(_)));
    assert!(matches!(round_trip(json!({"kind": "Square", "side": 1})), Shape::Square(_)));
    assert!(matches!(round_trip(json!({"kind": "Line"})), Shape::Line(_)));
    assert!(matches!(round_trip(json!({"kind": "shape"})), Shape::Unknown(_)));
}
