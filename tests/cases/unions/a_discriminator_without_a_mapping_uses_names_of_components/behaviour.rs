//! Component names as tags.

use super::types::Pet;
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn component_name_is_the_tag() {
    let pet: Pet = round_trip(json!({"petType": "Cat", "indoor": true}));
    assert!(matches!(pet, Pet::Cat(cat) if cat.indoor));
    let pet: Pet = round_trip(json!({"petType": "Dog", "breed": "pug"}));
    assert!(matches!(pet, Pet::Dog(dog) if dog.breed.as_deref() == Some("pug")));
    let pet: Pet = round_trip(json!({"petType": "cat", "indoor": true}));
    assert!(matches!(pet, Pet::Unknown(_)));
}
