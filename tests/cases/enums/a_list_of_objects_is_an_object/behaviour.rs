//! An enum of objects.

use super::types::Container;
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn listed_and_other_values_are_decoded_by_type() {
    let container: Container =
        round_trip(json!({"volumes": {"/data": {}}, "area": {"width": 100, "height": 30}, "ranges": [5, 6]}));
    assert!(container.volumes["/data"].is_empty());
    assert_eq!((container.area.width, container.area.height), (100, Some(30)));
    assert_eq!(container.ranges, Some(vec![5, 6]));
}
