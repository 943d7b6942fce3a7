//! Undeclared properties.

use super::types::BoxType as Carton;
use apiarist_tests::wire::round_trip;
use serde_json::{Value, json};

#[test]
fn additional_properties_are_kept() {
    let value = json!({
        "free": {"a": [1, null]}, "open": {"b": null}, "empty": {"c": {}}, "closed": {}, "numbers": {"d": 1.5, "": -1.0},
        "nullable": {"e": null, "f": "g"}, "deep": {"h": {"i": [{"a": "j"}, {}]}},
        "named": {"id": "1", "k": {"size": 2}}, "shut": {"id": "2"}, "patterned": {"x-l": 3}
    });
    let carton: Carton = round_trip(value);
    assert_eq!(carton.named.map(|named| named.extra["k"].size), Some(Some(2)));
    assert_eq!(carton.nullable.map(|map| map["e"].clone()), Some(None));
}

#[test]
fn any_value_includes_null() {
    let carton: Carton = round_trip(json!({"anything": null, "always": [null]}));
    assert_eq!(carton.anything, Some(Value::Null));
    let carton: Carton = round_trip(json!({"always": false}));
    assert_eq!(carton.anything, None);
}
