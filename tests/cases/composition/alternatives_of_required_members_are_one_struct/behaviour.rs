//! `anyOf` that only lists required properties.

use super::types::Lookup;
use apiarist_tests::wire::encode;
use serde_json::json;

#[test]
fn either_property_can_be_set() {
    assert_eq!(encode(&Lookup::default().email("a@example.com")), json!({"email": "a@example.com"}));
    assert_eq!(encode(&Lookup::default().phone("110")), json!({"phone": "110"}));
}
