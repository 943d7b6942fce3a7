//! Null in arrays and maps.

use super::types::Series;
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn nullable_elements_are_options() {
    let series: Series = round_trip(json!({"points": [1.5, null], "sums": {"a": null, "b": 2}, "gaps": [[1], []]}));
    assert_eq!(series.points, [Some(1.5), None]);
    assert_eq!(series.sums["a"], None);
    assert_eq!(series.gaps.expect("it has gaps").len(), 2);
}
