//! A credential for a challenge is never sent as a fixed value.

use super::Client;
use apiarist_runtime::testing::{FakeAnswer, FakeTransport};
use apiarist_runtime::{Credential, ErrorKind};

#[tokio::test]
async fn fixed_secret_is_not_sent_for_a_computed_credential() {
    let transport = FakeTransport::new().answer(FakeAnswer::new(204));
    let client = Client::builder().digest("secret").transport(transport.clone()).build().expect("it can be built");
    let error = client.cameras().list().await.expect_err("a fixed value would be wrong").to_string();
    assert!(error.contains("Credential::external()") && !error.contains("secret"), "{error}");
    assert!(transport.requests().is_empty());
}

#[tokio::test]
async fn missing_credential_error_mentions_a_middleware() {
    let client = Client::builder().transport(FakeTransport::new()).build().expect("it can be built");
    let error = client.cameras().list().await.expect_err("the credential is missing");
    assert_eq!(error.kind(), ErrorKind::Credentials);
    assert!(error.to_string().contains("sign requests in a middleware"), "{error}");
}

#[tokio::test]
async fn externally_signed_call_is_sent() {
    let transport = (0..3).fold(FakeTransport::new(), |transport, _| transport.answer(FakeAnswer::new(204)));
    let builder = Client::builder().digest(Credential::external()).login("maja", "pass").token("t");
    let client = builder.transport(transport.clone()).build().expect("it can be built");
    client.cameras().list().await.expect("it is answered");
    assert_eq!(transport.last_request().expect("it was sent").header("authorization"), None);
    client.users().list().await.expect("it is answered");
    assert_eq!(transport.last_request().expect("it was sent").header("authorization"), Some("Basic bWFqYTpwYXNz"));
    client.tokens().list().await.expect("it is answered");
    assert_eq!(transport.last_request().expect("it was sent").header("authorization"), Some("Token t"));
}
