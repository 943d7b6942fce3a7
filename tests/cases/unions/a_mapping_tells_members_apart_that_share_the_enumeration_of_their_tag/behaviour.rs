//! Members that all have the same enumeration as their tag, which says nothing about any of them.

use super::types::{Circle, Drawing, DrawingBorder, Shape};
use apiarist_tests::wire::{encode, round_trip};
use serde_json::json;

#[test]
fn the_mapping_decides_and_the_variant_writes_its_tag() {
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
fn without_a_mapping_the_value_is_the_one_that_is_spelled_like_the_component() {
    let drawing: Drawing = round_trip(json!({"border": {"style": "dashed", "width": 2}}));
    assert!(matches!(drawing.border, Some(DrawingBorder::Dashed(_))));
}
