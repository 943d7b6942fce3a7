//! Components that allow only null are not variants of unions.

use super::types::{Kind, Pet, PetSize};
use apiarist_runtime::Maybe;
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn null_component_makes_the_union_nullable() {
    let pet: Pet = round_trip(json!({"kind": null, "other": null, "kinds": ["cat", null], "size": 3, "never": null}));
    assert_eq!((pet.kind, pet.other), (None, Maybe::Null));
    assert_eq!(pet.kinds, Some(vec![Some(Kind::Cat), None]));
    assert_eq!(pet.size, Maybe::Value(PetSize::Integer(3)));
}
