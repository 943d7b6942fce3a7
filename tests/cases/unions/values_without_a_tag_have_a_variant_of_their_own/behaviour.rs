//! The variant for values whose tag is absent or unmapped (OpenAPI 3.2).

use super::types::Pet;
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn tag_selects_its_variant() {
    let pet: Pet = round_trip(json!({"kind": "cat", "lives": 9}));
    assert!(matches!(pet, Pet::Cat(cat) if cat.lives == Some(9)));
}

#[test]
fn other_values_use_the_default_variant() {
    let pet: Pet = round_trip(json!({"name": "Bo"}));
    assert!(matches!(pet, Pet::Other(other) if other.name.as_deref() == Some("Bo")));
    let pet: Pet = round_trip(json!({"kind": "bee", "name": "Maja"}));
    assert!(matches!(pet, Pet::Other(other) if other.kind.as_deref() == Some("bee")));
}
