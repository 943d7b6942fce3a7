//! Unions that contain each other. The first of them, by location, keeps the other as a variant.

use super::types::{Method, Payment};
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn remaining_variants_are_decoded_as_before() {
    assert!(matches!(round_trip(json!({"number": "4111"})), Payment::Card(_)));
    assert!(matches!(round_trip(json!(5)), Payment::Integer(5)));
    assert!(matches!(round_trip(json!(true)), Payment::Unknown(_)));
}

#[test]
fn union_that_keeps_the_other_decodes_its_values() {
    assert!(matches!(round_trip(json!(true)), Method::Boolean(true)));
    assert!(matches!(round_trip(json!({"number": "4111"})), Method::Payment(Payment::Card(_))));
    assert!(matches!(round_trip(json!([5])), Method::Payments(payments) if payments == [Payment::Integer(5)]));
}
