//! A member called like the function that collects lists.

use super::types::Order;
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn it_is_given_beside_lists() {
    let order = Order::new("wholesale", ["pears", "plums"]).notes(["ripe"]);
    let same: Order = round_trip(json!({"list": "wholesale", "lines": ["pears", "plums"], "notes": ["ripe"]}));
    assert_eq!(order, same);
}
