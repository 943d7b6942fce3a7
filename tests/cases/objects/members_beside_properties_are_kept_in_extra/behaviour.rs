//! Undeclared properties are kept next to declared ones.

use super::types::Contact;
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn undeclared_properties_round_trip() {
    let contact: Contact = round_trip(json!({
        "email": "a@example.com",
        "extra": "named",
        "shoe_size": 43,
        "address": {"city": "Kiel"},
        "scores": {"total": 9.5, "speed": 1.5}
    }));
    assert_eq!(contact.email, "a@example.com");
    let scores = contact.scores.as_ref().expect("it has scores");
    assert_eq!(scores.total, Some(9.5));
    assert_eq!(scores.extra.get("speed"), Some(&1.5));
}
