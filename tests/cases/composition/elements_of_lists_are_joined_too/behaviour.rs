//! Arrays whose elements are described by two parts.

use super::types::Stored;
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn elements_have_the_properties_of_both_parts() {
    let stored: Stored = round_trip(json!({"options": [{"key": "a", "id": "1"}, {"key": "b"}]}));
    let options = stored.options.expect("there are options");
    assert_eq!((options[0].key.as_str(), options[0].id.as_deref()), ("a", Some("1")));
    assert_eq!(options[1].id, None);
}

#[test]
fn part_with_only_a_description_keeps_the_element_nullable() {
    let stored: Stored = serde_json::from_value(json!({"note": null})).expect("null is allowed");
    assert_eq!(stored.note, None);
}
