//! A property with the name of the function that collects arrays.

use super::types::Order;
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn property_and_arrays_can_be_set_together() {
    let order = Order::new("wholesale", ["pears", "plums"]).notes(["ripe"]);
    let same: Order = round_trip(json!({"list": "wholesale", "lines": ["pears", "plums"], "notes": ["ripe"]}));
    assert_eq!(order, same);
}
