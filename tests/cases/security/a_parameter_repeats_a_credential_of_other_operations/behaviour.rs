//! An operation whose parameter repeats a credential needs its scheme, although only others name it.

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
async fn the_credential_of_the_client_is_sent_where_a_parameter_repeats_it() {
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
async fn a_required_parameter_makes_the_credential_required() {
    let transport = FakeTransport::new().answer(FakeAnswer::new(204)).answer(FakeAnswer::new(204));
    let client = client(&transport, Client::builder());
    client.orders().list().await.expect_err("the credential is missing");
    assert!(transport.requests().is_empty());
    client.offers().list().await.expect("it is optional there");
    assert_eq!(sent(&transport), (None, "/offers".to_owned()));
}
