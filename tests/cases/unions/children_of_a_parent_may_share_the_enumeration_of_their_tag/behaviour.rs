//! A parent whose tag is an enum of all its children, and of one value without a child.

use super::types::Animal;
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn each_child_has_the_tag_of_its_name() {
    assert!(matches!(round_trip(json!({"kind": "Dog", "name": "a", "age": 3})), Animal::Dog(_)));
    assert!(matches!(round_trip(json!({"kind": "Cat", "name": "a", "age": 3})), Animal::Cat(_)));
    assert!(matches!(round_trip(json!({"kind": "Stone", "name": "a"})), Animal::Stone(_)));
    assert!(matches!(round_trip(json!({"kind": "Tree", "rings": 9})), Animal::Unknown(_)));
}
