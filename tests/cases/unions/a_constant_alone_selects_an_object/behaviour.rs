//! Constants that alone distinguish an object, and constants that do not.

use super::types::{Pet, Toy};
use apiarist_tests::wire::round_trip;
use serde_json::{from_value, json};

#[test]
fn object_with_the_constant_of_a_variant_is_reported_if_incomplete() {
    assert!(matches!(round_trip(json!({"kind": "cat", "name": "Mia"})), Pet::Cat(_)));
    assert!(matches!(round_trip(json!({"kind": 2, "wings": 2})), Pet::Bird(_)));
    assert!(matches!(round_trip(json!("Mia")), Pet::String(_)));
    let error = from_value::<Pet>(json!({"kind": "cat"})).unwrap_err();
    assert!(error.to_string().contains("name"), "{error}");
}

#[test]
fn object_with_both_constants_is_the_variant_whose_properties_it_has() {
    assert!(matches!(round_trip(json!({"shape": "ball", "size": 3})), Toy::Ball(_)));
    assert!(matches!(round_trip(json!({"prey": "mouse", "color": "gray"})), Toy::Mouse(_)));
    let both: Toy = from_value(json!({"shape": "ball", "prey": "mouse", "color": "gray"})).unwrap();
    assert!(matches!(both, Toy::Mouse(_)));
}
