//! Members that share a member, and no value of it.

use super::types::Legend;
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn each_value_lands_in_the_member_that_lists_it() {
    assert!(matches!(round_trip(json!({"kind": "none"})), Legend::Table(_)));
    assert!(matches!(round_trip(json!({"kind": "automatic", "percent": true})), Legend::Inline(_)));
    assert!(matches!(round_trip(json!({"kind": "a kind of tomorrow"})), Legend::Unknown(_)));
}
