//! Equal shapes are one type, which has a name at each of its locations.

use super::types::{Cart, CartDeliveryStatus, CartStatus, LineDeliveryStatus};
use apiarist_tests::wire::round_trip;
use serde_json::json;

#[test]
fn values_of_equal_inline_objects_can_be_compared() {
    let total = json!({"amount": 5, "currency": "EUR"});
    let cart: Cart = round_trip(json!({
        "id": "c", "total": total, "status": "open", "lines": [{"sku": "s", "total": total, "status": "open"}]
    }));
    let lines = cart.lines.expect("it has lines");
    assert_eq!(cart.total, lines[0].total);
    assert_eq!(cart.status, lines[0].status);
}

#[test]
fn each_location_has_a_name_of_its_own() {
    let status: CartStatus = round_trip(json!("open"));
    assert_eq!(status, CartStatus::Open);
    assert_eq!(CartDeliveryStatus::Sent, LineDeliveryStatus::Sent);
}
