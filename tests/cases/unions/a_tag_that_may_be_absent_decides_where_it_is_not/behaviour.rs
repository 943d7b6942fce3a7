//! A discriminator without a mapping that names an optional property.

use super::types::Contact;
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn the_name_of_the_component_decides_else_the_shape() {
    assert!(matches!(round_trip(json!({"kind": "Company", "name": "a"})), Contact::Company(_)));
    assert!(matches!(round_trip(json!({"kind": "Person", "name": "a"})), Contact::Person(_)));
    assert!(matches!(round_trip(json!({"name": "a", "domain": "b"})), Contact::Company(_)));
    assert!(matches!(round_trip(json!({"name": "a"})), Contact::Person(_)));
}
