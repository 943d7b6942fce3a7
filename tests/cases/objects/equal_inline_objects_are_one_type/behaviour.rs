//! Equal inline objects.

use super::types::Cart;
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
