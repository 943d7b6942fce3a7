//! Variants that differ only in the values that their enums list.

use super::types::{Cell, Setting, Source};
use serde_json::{from_value, json};

#[test]
fn nested_value_selects_the_variant_that_lists_it() {
    let cell = |type_| from_value(json!({"definition": {"type": type_}})).expect("it is a cell");
    assert!(matches!(cell("bars"), Cell::Chart(_)));
    assert!(matches!(cell("table"), Cell::List(_)));
    assert!(matches!(cell("map"), Cell::Chart(_)));
}

#[test]
fn elements_select_the_variant_that_lists_them() {
    let source = |engines| from_value(json!({"text": "a", "engines": engines})).expect("it is a source");
    assert!(matches!(source(json!(["sql", "logs"])), Source::Query(_)));
    assert!(matches!(source(json!(["sql", "a later engine"])), Source::Search(_)));
}

#[test]
fn variant_of_any_value_is_not_preferred_because_of_an_unlisted_value() {
    let setting = |value| from_value(value).expect("it is a setting");
    assert!(matches!(setting(json!({"mode": "sepia"})), Setting::Mode(mode) if mode.mode.as_str() == "sepia"));
    assert!(matches!(setting(json!({"mode": "dark", "since": 1})), Setting::Any(_)));
}
