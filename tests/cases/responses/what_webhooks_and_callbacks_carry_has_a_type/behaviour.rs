//! Requests that the server sends.

use super::types::{CreateOrderPaid, OrderLost, OrderLostReason, Shipment};
use apiarist_tests::wire::decode;
use serde_json::json;

#[test]
fn webhook_body_is_decoded_like_a_response() {
    let lost: OrderLost = decode(json!({"reason": "theft", "at": "night"}));
    assert_eq!(lost.reason, OrderLostReason::Theft);
    let paid: CreateOrderPaid = decode(json!({"total": 1.5}));
    assert_eq!(paid.total, 1.5);
    let shipment: Shipment = decode(json!({"id": "s1"}));
    assert_eq!(shipment.id, "s1");
}
