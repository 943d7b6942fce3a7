//! Every way to declare null.

use super::types::Spellings;
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn every_declaration_accepts_null() {
    let spellings: Spellings = round_trip(json!({
        "type_list": null, "any_of": null, "one_of": null, "reversed": null, "constant": null, "listed": null,
        "untyped_list": null, "referred": null, "of_reference": null
    }));
    let texts = [spellings.type_list, spellings.any_of, spellings.one_of, spellings.reversed, spellings.constant];
    assert_eq!(texts, [const { None::<String> }; 5]);
    assert_eq!(spellings.three, None);
}

#[test]
fn every_declaration_accepts_a_value() {
    let spellings: Spellings = round_trip(json!({
        "type_list": "a", "any_of": "a", "one_of": "a", "reversed": "a", "constant": "a", "listed": "b",
        "untyped_list": "c", "referred": "a", "of_reference": {"width": 1}, "three": 4
    }));
    assert_eq!(spellings.constant.as_deref(), Some("a"));
    assert_eq!(spellings.referred.as_deref(), Some("a"));
    assert_eq!(spellings.of_reference.expect("it is given").width, 1);
}
