//! Alternative schemes, of which the first available one is used.

use super::Client;
use apiarist_runtime::testing::{FakeAnswer, FakeTransport};

#[tokio::test]
async fn either_credential_is_enough() {
    let transport = FakeTransport::new().answer(FakeAnswer::new(204)).answer(FakeAnswer::new(204));
    let by_token = Client::builder().transport(transport.clone()).token("t1").build().expect("it is complete");
    by_token.packages().list().await.expect("it is answered");
    let by_login = Client::builder().transport(transport.clone()).login("ada", "s3:cret").build().expect("it is complete");
    by_login.packages().list().await.expect("it is answered");
    let sent: Vec<Option<String>> =
        transport.requests().iter().map(|request| request.header("authorization").map(str::to_owned)).collect();
    assert_eq!(sent, [Some("Bearer t1".to_owned()), Some("Basic YWRhOnMzOmNyZXQ=".to_owned())]);
}

#[tokio::test]
async fn missing_credentials_are_an_error() {
    let transport = FakeTransport::new().answer(FakeAnswer::new(204));
    let client = Client::builder().transport(transport.clone()).build().expect("it can be built");
    client.packages().list().await.expect_err("there is no credential");
    assert!(transport.requests().is_empty());
}
