//! Two keys that are required together.

use super::Client;
use apiarist_runtime::testing::{FakeAnswer, FakeTransport};

#[tokio::test]
async fn both_keys_are_sent() {
    let transport = FakeTransport::new().answer(FakeAnswer::new(204));
    let client = Client::builder().transport(transport.clone()).api_id("id").api_secret("secret").build();
    client.expect("it is complete").agents().list().await.expect("it is answered");
    let request = transport.last_request().expect("a request was sent");
    assert_eq!(request.header("example-api-id"), Some("id"));
    assert_eq!(request.header("example-api-secret"), Some("secret"));
}

#[tokio::test]
async fn one_key_is_not_enough() {
    let transport = FakeTransport::new().answer(FakeAnswer::new(204));
    let client = Client::builder().transport(transport.clone()).api_id("id").build().expect("it can be built");
    let error = client.agents().list().await.expect_err("the other is missing");
    assert!(error.to_string().contains("API-Secret"), "{error}");
    assert!(transport.requests().is_empty());
}
