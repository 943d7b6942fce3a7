//! A subtype to which two discriminators map different values.

use super::types::{Household, Human, Person};
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn tag_that_was_received_is_sent() {
    let household: Household = round_trip(json!({
        "owner": {"kind": "a", "name": "Ada"},
        "members": [{"kind": "Adult", "name": "Ada", "height": 1.7}, {"kind": "Human", "height": 1.8}],
    }));
    assert!(matches!(household.owner, Person::A(_)));
    assert!(matches!(household.members.as_slice(), [Human::Adult(_), Human::Human(_)]));
}
