//! What stands beside the union holds for its variants, and not for their components alone.

use super::types::{Contact, Person};
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn a_name_is_required_in_the_union_and_optional_alone() {
    let contact: Contact = round_trip(json!({"name": "Ada", "phone": 7, "born": 1815, "friend": {"born": 1791}}));
    let Contact::ContactPerson(person) = contact else { panic!("it was born") };
    assert_eq!(person.name, "Ada");
    assert_eq!(person.phone, Some(json!(7)));
    let alone: Person = round_trip(json!({"born": 1791}));
    assert_eq!(alone.name, None);
}

#[test]
fn a_person_without_a_name_is_none_of_the_variants() {
    let contact: Contact = round_trip(json!({"phone": 7, "born": 1815}));
    assert!(matches!(contact, Contact::Unknown(_)));
}

#[test]
fn variants_that_have_the_members_stay_what_they_are() {
    let contact: Contact = round_trip(json!({"name": "Hives", "phone": "7", "founded": 1900}));
    assert!(matches!(contact, Contact::Company(company) if company.founded == 1900));
    let contact: Contact = round_trip(json!("Ada"));
    assert!(matches!(contact, Contact::String(name) if name == "Ada"));
}
