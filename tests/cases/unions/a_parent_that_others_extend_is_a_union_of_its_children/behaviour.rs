//! Inheritance: a parent with a discriminator, its children, and their children.

use super::types::{Animal, AnimalBase, Drawing, Lion, Shape, Square};
use apiarist_tests::wire::{decode, encode, round_trip};
use serde_json::json;

#[test]
fn tag_selects_the_child_at_any_depth() {
    let animals: Vec<Animal> = round_trip(json!([
        {"species": "Animal", "name": "Nobody"},
        {"species": "Cat", "lives": 9, "friend": {"species": "Lion", "name": "Leo", "lives": 1, "mane": true}},
    ]));
    assert!(matches!(&animals[0], Animal::Animal(animal) if animal.name.as_deref() == Some("Nobody")));
    let Animal::Cat(cat) = &animals[1] else { panic!("{animals:?}") };
    let Some(Animal::Lion(lion)) = cat.friend.as_deref() else { panic!("{cat:?}") };
    assert_eq!((lion.mane, lion.lives), (Some(true), Some(1)));
}

#[test]
fn child_writes_the_tag() {
    assert_eq!(encode(&Animal::Lion(Box::new(Lion::default().mane(true)))), json!({"species": "Lion", "mane": true}));
    assert_eq!(encode(&AnimalBase::default()), json!({"species": "Animal"}));
    assert_eq!(encode(&Square::default()), json!({"kind": "square"}));
}

#[test]
fn unknown_child_is_kept() {
    let animal: Animal = round_trip(json!({"species": "Yeti", "height": 3}));
    assert!(matches!(animal, Animal::Unknown(_)));
    let drawing: Drawing = decode(json!({"shapes": [{"kind": "round", "radius": 0.5}, {"kind": "Shape"}]}));
    let shapes = drawing.shapes.unwrap();
    assert!(matches!(&shapes[0], Shape::Round(circle) if circle.radius == Some(0.5)));
    assert!(matches!(&shapes[1], Shape::Unknown(_)));
}
