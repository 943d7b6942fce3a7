//! A union of unions, without a discriminator.

use super::types::{Animal, Bird, Fish};
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn tag_selects_the_union_and_its_variant() {
    assert!(matches!(round_trip(json!({"kind": "kite"})), Animal::Bird(Bird::Kite(_))));
    assert!(matches!(round_trip(json!({"kind": "cod", "size": 3})), Animal::Fish(Fish::Cod(_))));
    assert!(matches!(round_trip(json!({"kind": "yak"})), Animal::Unknown(_)));
}
