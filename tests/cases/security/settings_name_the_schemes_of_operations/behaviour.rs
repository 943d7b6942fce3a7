//! The most specific key selects the schemes of an operation.

use super::Client;
use apiarist_runtime::testing::{FakeAnswer, FakeTransport};

fn sent(transport: &FakeTransport) -> [Option<String>; 2] {
    let request = transport.last_request().expect("it was sent");
    ["authorization", "x-app"].map(|name| request.header(name).map(str::to_owned))
}

#[tokio::test]
async fn longer_pattern_or_method_and_path_takes_precedence() {
    let transport = (0..4).fold(FakeTransport::new(), |transport, _| transport.answer(FakeAnswer::new(204)));
    let builder = Client::builder().token("secret").login("maja", "pass").app("a");
    let client = builder.transport(transport.clone()).build().expect("it can be built");
    let bearer = Some("Bearer secret".to_owned());
    client.pages().list().await.expect("it is answered");
    assert_eq!(sent(&transport), [bearer.clone(), None]);
    client.keys().list().await.expect("it is answered");
    assert_eq!(sent(&transport), [bearer, Some("a".to_owned())]);
    client.pages().delete("1").await.expect("it is answered");
    assert_eq!(sent(&transport), [Some("Basic bWFqYTpwYXNz".to_owned()), None]);
    client.status().get().await.expect("it is answered");
    assert_eq!(sent(&transport), [None, None]);
}

#[tokio::test]
async fn call_without_the_configured_credential_is_not_sent() {
    let transport = FakeTransport::new().answer(FakeAnswer::new(204));
    let client = Client::builder().transport(transport.clone()).build().expect("it can be built");
    client.pages().list().await.expect_err("the credential is missing");
    assert!(transport.requests().is_empty());
}
