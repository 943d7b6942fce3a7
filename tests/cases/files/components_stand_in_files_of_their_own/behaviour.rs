//! Types described in several files are read and written as if they were in one.

use super::types::PurchaseOrder;

#[test]
fn order_round_trips() {
    let text = r#"{"id":"7e3f9c1a-0000-4000-8000-000000000000","pets":[{"name":"Rex","owner":{"pets":[{"name":"Tom"}]}}],"errors":[{"message":"late"}],"problem":{"title":"gone"},"line":{"count":2}}"#;
    let order: PurchaseOrder = serde_json::from_str(text).expect("it is an order");
    assert_eq!(order.pets[0].owner.as_ref().expect("Rex has an owner").pets[0].name, "Tom");
    assert_eq!(order.line.as_ref().expect("there is a line").count, 2);
    assert_eq!(serde_json::to_string(&order).expect("it can be written"), text);
}
