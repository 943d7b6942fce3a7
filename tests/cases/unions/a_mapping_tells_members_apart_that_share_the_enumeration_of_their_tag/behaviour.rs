//! Variants that declare the same enum for their tag.

use super::types::{Circle, Drawing, DrawingBorder, Shape};
use apiarist_tests::wire::{encode, round_trip};
use serde_json::json;

#[test]
fn mapping_selects_the_variant_and_its_tag_is_written() {
    let drawing: Drawing = round_trip(json!({"shapes": [
        {"kind": "square", "size": 1.5},
        {"kind": "circle", "size": 1.5},
        {"kind": "cube"},
        {"kind": "star"}
    ]}));
    let shapes = drawing.shapes.unwrap();
    assert!(matches!(shapes[0], Shape::Square(_)));
    assert!(matches!(shapes[1], Shape::Circle(_)));
    assert!(matches!(shapes[2], Shape::Square(_)));
    assert!(matches!(shapes[3], Shape::Unknown(_)));
    assert_eq!(encode(&Shape::Circle(Circle::new().size(2.5))), json!({"kind": "circle", "size": 2.5}));
}

#[test]
fn tag_without_a_mapping_matches_the_component_name() {
    let drawing: Drawing = round_trip(json!({"border": {"style": "dashed", "width": 2}}));
    assert!(matches!(drawing.border, Some(DrawingBorder::Dashed(_))));
}
