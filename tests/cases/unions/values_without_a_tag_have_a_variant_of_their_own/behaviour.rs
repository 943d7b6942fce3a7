//! The variant of values whose tag is missing, or leads nowhere (OpenAPI 3.2).

use super::types::Pet;
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn a_tag_leads_to_its_variant() {
    let pet: Pet = round_trip(json!({"kind": "cat", "lives": 9}));
    assert!(matches!(pet, Pet::Cat(cat) if cat.lives == Some(9)));
}

#[test]
fn all_else_is_the_default() {
    let pet: Pet = round_trip(json!({"name": "Bo"}));
    assert!(matches!(pet, Pet::Other(other) if other.name.as_deref() == Some("Bo")));
    let pet: Pet = round_trip(json!({"kind": "bee", "name": "Maja"}));
    assert!(matches!(pet, Pet::Other(other) if other.kind.as_deref() == Some("bee")));
}
