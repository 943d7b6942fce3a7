//! Lists whose elements two parts describe.

use super::types::Stored;
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn elements_have_the_members_of_both() {
    let stored: Stored = round_trip(json!({"options": [{"key": "a", "id": "1"}, {"key": "b"}]}));
    let options = stored.options.expect("there are options");
    assert_eq!((options[0].key.as_str(), options[0].id.as_deref()), ("a", Some("1")));
    assert_eq!(options[1].id, None);
}

#[test]
fn a_part_that_only_describes_does_not_forbid_null() {
    let stored: Stored = serde_json::from_value(json!({"note": null})).expect("null is allowed");
    assert_eq!(stored.note, None);
}
