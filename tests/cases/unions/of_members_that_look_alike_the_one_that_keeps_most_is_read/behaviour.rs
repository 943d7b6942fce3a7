//! Variants that differ only in the values they can hold.

use super::types::Row;
use serde_json::{from_value, json};

#[test]
fn integers_nulls_and_unknown_properties_do_not_exclude_a_variant() {
    let row = json!({"total": 1, "title": null, "value": 2});
    assert!(matches!(from_value(row).expect("it is a row"), Row::Record(record) if record.value == Some(2.0)));
    let row = json!({"total": 1, "rows": [{"total": 0.5, "value": 1, "unknown": "x"}], "unknown": {"a": 1}});
    let Row::Section(section) = from_value(row).expect("it is a row") else { panic!("it has rows") };
    assert!(matches!(section.rows.as_deref(), Some([Row::Record(_)])));
}
