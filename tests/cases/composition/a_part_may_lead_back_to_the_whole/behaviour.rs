//! A recursive `allOf` that adds properties.

use super::types::Category;
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn every_level_is_decoded() {
    let category: Category = round_trip(json!({
        "name": "a", "parent": {"name": "b", "distance": 1, "parent": {"name": "c", "distance": 2}}
    }));
    let parent = category.parent.expect("it has a parent");
    assert_eq!(parent.distance, Some(1));
    assert_eq!(parent.parent.expect("it has a parent, too").distance, Some(2));
}
