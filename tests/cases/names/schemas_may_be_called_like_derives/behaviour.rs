//! Schemas named like derives keep their names, because macros have their own namespace.

use super::types::{IntegerEnum, Object, StringEnum, TaggedUnion, Union};
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn values_of_each_type_round_trip() {
    let object: Object = round_trip(json!({"union": {"type": "debug"}, "kind": "b", "clone": {"a": {}}}));
    assert!(matches!(object.union, Union::Tagged(TaggedUnion::Debug(_))));
    assert_eq!(object.kind, Some(StringEnum::B));
    let object: Object = round_trip(json!({"union": 2}));
    assert!(matches!(object.union, Union::IntegerEnum(IntegerEnum::Value2)));
}
