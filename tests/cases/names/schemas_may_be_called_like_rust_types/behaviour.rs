//! Schemas named like Rust types.

use super::types::{BoxType, DefaultType, Json, OptionType, ResultType, StringType, VecType};
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn values_match_the_document() {
    let result: ResultType = round_trip(json!({"error": {"value": {"vec": ["Some", "None", "Self", "Other"]}}}));
    let values: VecType = result.error.value.vec.expect("it has values");
    assert_eq!(values[..2], [StringType::Some, StringType::None]);
    let known: OptionType = round_trip(json!({"box": "2024-05-01T10:00:00Z", "default": null}));
    assert!(matches!(known.r#box, BoxType::DateTime(_)));
    let known: OptionType = round_trip(json!({"box": {"Maybe": {"a": {}}}}));
    assert!(matches!(known.r#box, BoxType::DateTimeType(_)));
    let _: DefaultType = round_trip(json!({"clone": {"self": {"crate": true}}}));
    let json: Json = round_trip(json!({"a": "x", "b": {"a": "y"}}));
    assert_eq!(json.b.expect("there is another").a, "y");
}
