//! Unions whose variants only limit the values of a sibling type.

use super::types::{Host, HostZone};
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn sibling_type_is_used() {
    let host: Host = round_trip(json!({
        "address": "::1", "since": null, "port": 80, "ports": [1], "name": "b", "zone": "north", "labels": {"a": "b"},
        "active": false
    }));
    let address: Option<String> = host.address;
    let ports: Option<Vec<i64>> = host.ports;
    assert_eq!((address.as_deref(), ports, host.zone), (Some("::1"), Some(vec![1]), Some(HostZone::North)));
}
