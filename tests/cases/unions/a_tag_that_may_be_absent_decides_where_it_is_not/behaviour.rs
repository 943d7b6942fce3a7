//! A discriminator without a mapping on an optional property.

use super::types::Contact;
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn component_name_or_else_the_shape_selects_the_variant() {
    assert!(matches!(round_trip(json!({"kind": "Company", "name": "a"})), Contact::Company(_)));
    assert!(matches!(round_trip(json!({"kind": "Person", "name": "a"})), Contact::Person(_)));
    assert!(matches!(round_trip(json!({"name": "a", "domain": "b"})), Contact::Company(_)));
    assert!(matches!(round_trip(json!({"name": "a"})), Contact::Person(_)));
}
