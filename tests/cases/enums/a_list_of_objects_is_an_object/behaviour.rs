//! Objects that the document lists.

use super::types::Container;
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn values_are_read_by_their_type_and_others_than_those_listed_are_kept() {
    let container: Container =
        round_trip(json!({"volumes": {"/data": {}}, "area": {"width": 100, "height": 30}, "ranges": [5, 6]}));
    assert!(container.volumes["/data"].is_empty());
    assert_eq!((container.area.width, container.area.height), (100, Some(30)));
    assert_eq!(container.ranges, Some(vec![5, 6]));
}
