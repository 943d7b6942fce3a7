//! A property that is a constant in one variant and overlapping enums in others.

use super::types::Ticket;
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn variants_with_a_common_value_are_distinguished_by_other_properties() {
    assert!(matches!(round_trip(json!({"state": "open", "owner": "maja"})), Ticket::Open(_)));
    assert!(matches!(round_trip(json!({"state": "held", "until": 5})), Ticket::Waiting(_)));
    assert!(matches!(round_trip(json!({"state": "held", "reason": "done"})), Ticket::Closed(_)));
}
