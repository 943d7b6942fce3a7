//! `allOf` used to describe a reference.

use super::types::{Address, Delivery};
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn all_properties_have_the_same_type() {
    let delivery: Delivery = round_trip(json!({"from": {"city": "Kiel"}, "to": {"city": "Ulm"}, "via": {"city": "Hof"}}));
    let stops: [Address; 3] = [delivery.from, delivery.via.expect("it has one"), delivery.to];
    assert_eq!(stops.map(|stop| stop.city), ["Kiel", "Hof", "Ulm"]);
}
