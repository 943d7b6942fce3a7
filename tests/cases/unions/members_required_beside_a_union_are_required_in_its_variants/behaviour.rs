//! Sibling `required` applies to the variants of the union, but not to their components alone.

use super::types::{Contact, Person};
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn property_is_required_in_the_union_and_optional_alone() {
    let contact: Contact = round_trip(json!({"name": "Ada", "phone": 7, "born": 1815, "friend": {"born": 1791}}));
    let Contact::Person(person) = contact else { panic!("it was born") };
    assert_eq!(person.name, "Ada");
    assert_eq!(person.phone, Some(json!(7)));
    let alone: Person = round_trip(json!({"born": 1791}));
    assert_eq!(alone.name, None);
}

#[test]
fn value_without_the_required_property_is_unknown() {
    let contact: Contact = round_trip(json!({"phone": 7, "born": 1815}));
    assert!(matches!(contact, Contact::Unknown(_)));
}

#[test]
fn variants_that_already_require_it_keep_their_type() {
    let contact: Contact = round_trip(json!({"name": "Hives", "phone": "7", "founded": 1900}));
    assert!(matches!(contact, Contact::Company(company) if company.founded == 1900));
    let contact: Contact = round_trip(json!("Ada"));
    assert!(matches!(contact, Contact::String(name) if name == "Ada"));
}
