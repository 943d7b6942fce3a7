//! An operation with a parameter that repeats a credential requires its scheme, even if only other operations declare
//! it.

use super::{Client, ClientBuilder};
use apiarist_runtime::testing::{FakeAnswer, FakeTransport};

fn client(transport: &FakeTransport, builder: ClientBuilder) -> Client {
    builder.transport(transport.clone()).build().expect("it can be built")
}

fn sent(transport: &FakeTransport) -> (Option<String>, String) {
    let request = transport.last_request().expect("it was sent");
    (request.header("authorization").map(str::to_owned), request.path_and_query().to_owned())
}

#[tokio::test]
async fn client_credential_replaces_the_parameter() {
    let transport = (0..4).fold(FakeTransport::new(), |transport, _| transport.answer(FakeAnswer::new(204)));
    let client = client(&transport, Client::builder().token("secret"));
    let bearer = Some("Bearer secret".to_owned());
    client.orders().list().await.expect("it is answered");
    assert_eq!(sent(&transport), (bearer.clone(), "/orders".to_owned()));
    client.offers().list().await.expect("it is answered");
    assert_eq!(sent(&transport), (bearer, "/offers".to_owned()));
    client.status().get().await.expect("it is answered");
    assert_eq!(sent(&transport), (None, "/status".to_owned()));
}

#[tokio::test]
async fn required_parameter_makes_the_credential_required() {
    let transport = FakeTransport::new().answer(FakeAnswer::new(204)).answer(FakeAnswer::new(204));
    let client = client(&transport, Client::builder());
    client.orders().list().await.expect_err("the credential is missing");
    assert!(transport.requests().is_empty());
    client.offers().list().await.expect("it is optional there");
    assert_eq!(sent(&transport), (None, "/offers".to_owned()));
}
