//! `type: [string, number]`.

use super::types::{Answer, AnswerValue};
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn each_type_has_a_variant() {
    let value = |json| round_trip::<Answer>(json!({"value": json})).value;
    assert!(matches!(value(json!("a")), Some(AnswerValue::String(_))));
    assert!(matches!(value(json!(1.5)), Some(AnswerValue::Number(_))));
    assert!(matches!(value(json!(true)), Some(AnswerValue::Boolean(true))));
    assert_eq!(value(json!(null)), None);
}
