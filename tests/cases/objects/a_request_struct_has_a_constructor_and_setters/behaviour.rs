//! Constructors take required fields, and setters take optional ones.

use super::Client;
use super::types::{NewOrder, Shipping};
use apiarist_runtime::testing::FakeAnswer;
use apiarist_tests::wire::{encode, faked};
use serde_json::json;

#[test]
fn only_set_fields_are_written() {
    assert_eq!(encode(&NewOrder::new("a-1", 2)), json!({"sku": "a-1", "quantity": 2}));
    let order = NewOrder::new("a-1", 2)
        .gift(true)
        .note("Thanks")
        .shipping(Shipping::new("Main Street 1").express(false))
        .labels(["x", "y"])
        .attributes([("colour".to_owned(), "red".to_owned())].into());
    assert_eq!(
        encode(&order),
        json!({
            "sku": "a-1", "quantity": 2, "gift": true, "note": "Thanks",
            "shipping": {"street": "Main Street 1", "express": false},
            "labels": ["x", "y"], "attributes": {"colour": "red"}
        })
    );
}

#[tokio::test]
async fn request_is_sent_and_response_decoded() {
    let answer = FakeAnswer::json(201, r#"{"id":"o1","sku":"a-1","quantity":2,"weight":0.5,"colour":"red"}"#);
    let (client, transport) = faked(answer, |transport| Client::builder().transport(transport).build());
    let order = client.orders().create(&NewOrder::new("a-1", 2)).await.expect("the order is placed");
    assert_eq!(order.id, "o1");
    assert_eq!(order.weight, Some(0.5));
    let request = transport.last_request().expect("a request was sent");
    assert_eq!(request.method, "POST");
    assert_eq!(request.url, "https://api.example.com/v1/orders");
    assert_eq!(request.header("content-type"), Some("application/json"));
    assert_eq!(request.header("accept"), Some("application/json"));
    assert_eq!(request.json(), json!({"sku": "a-1", "quantity": 2}));
}

#[test]
fn calls_can_be_made_on_any_thread() {
    fn sendable<T: Send>(value: T) -> T {
        value
    }
    let (client, _) = faked(FakeAnswer::new(204), |transport| Client::builder().transport(transport).build());
    let order = NewOrder::new("a-1", 2);
    drop(sendable(client.orders().create(&order).into_future()));
    drop(sendable(client.orders().create(&order).with_response()));
    drop(sendable(client.orders().create(&order).raw()));
}
