//! Schemas with the names of derives keep them, since macros have a namespace of their own.

use super::types::{IntegerEnum, Object, StringEnum, TaggedUnion, Union};
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn each_type_reads_and_writes_its_values() {
    let object: Object = round_trip(json!({"union": {"type": "debug"}, "kind": "b", "clone": {"a": {}}}));
    assert!(matches!(object.union, Union::TaggedUnion(TaggedUnion::Debug(_))));
    assert_eq!(object.kind, Some(StringEnum::B));
    let object: Object = round_trip(json!({"union": 2}));
    assert!(matches!(object.union, Union::IntegerEnum(IntegerEnum::Value2)));
}
