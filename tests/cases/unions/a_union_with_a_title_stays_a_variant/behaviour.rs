//! A union whose members are unions, one of them with a title.

use super::types::{Item, ItemMedia};
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn titled_union_is_a_variant_and_the_other_is_flattened() {
    assert!(matches!(round_trip(json!({"seconds": 1})), Item::Media(ItemMedia::Song(_))));
    assert!(matches!(round_trip(json!({"words": 1})), Item::Media(ItemMedia::Page(_))));
    assert!(matches!(round_trip(json!("x")), Item::String(_)));
    assert!(matches!(round_trip(json!(["x"])), Item::Strings(_)));
}
