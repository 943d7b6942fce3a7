//! Operations without security, and one with optional security.

use super::Client;
use apiarist_runtime::testing::{FakeAnswer, FakeTransport};

#[tokio::test]
async fn public_operation_requires_no_credential() {
    let transport = FakeTransport::new().answer(FakeAnswer::new(204)).answer(FakeAnswer::new(204));
    let client = Client::builder().transport(transport.clone()).build().expect("it can be built");
    client.health().get().await.expect("it is alive");
    client.catalogue().preview().await.expect("it is answered");
    client.catalogue().get().await.expect_err("this one needs a token");
    assert!(transport.requests().iter().all(|request| request.header("authorization").is_none()));
    assert_eq!(transport.requests().len(), 2);
}

#[tokio::test]
async fn token_is_not_sent_to_a_public_operation() {
    let transport = FakeTransport::new().answer(FakeAnswer::new(204)).answer(FakeAnswer::new(204));
    let client = Client::builder().transport(transport.clone()).oauth("t1").build().expect("it is complete");
    client.health().get().await.expect("it is alive");
    client.catalogue().get().await.expect("it is answered");
    let sent: Vec<Option<String>> =
        transport.requests().iter().map(|request| request.header("authorization").map(str::to_owned)).collect();
    assert_eq!(sent, [None, Some("Bearer t1".to_owned())]);
}
