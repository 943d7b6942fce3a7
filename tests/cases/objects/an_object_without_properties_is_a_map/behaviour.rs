//! Maps with values of any type.

use super::types::Metrics;
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn map_values_have_their_types() {
    let metrics: Metrics = round_trip(json!({
        "counters": {"hits": 3},
        "limits": {"daily": [1.0, 2.5]},
        "labels": {"any": {"thing": [null]}},
        "panels": {"a": {"title": "A"}}
    }));
    assert_eq!(metrics.counters["hits"], 3);
    assert_eq!(metrics.limits["daily"], [1.0, 2.5]);
    assert_eq!(metrics.panels.expect("it has panels")["a"].title, "A");
}
