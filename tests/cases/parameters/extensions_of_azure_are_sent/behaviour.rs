//! Paths, headers and hosts that only extensions describe.

use std::collections::BTreeMap;

use super::operations::GetHive;
use super::types::HiveTier;
use super::{Client, ClientBuilder};
use apiarist_runtime::testing::{FakeAnswer, FakeTransport};

fn client(transport: &FakeTransport, change: fn(ClientBuilder) -> ClientBuilder) -> Client {
    change(Client::builder().transport(transport.clone())).build().expect("it can be built")
}

#[tokio::test]
async fn overloaded_path_sends_its_query_and_a_header_per_property() {
    let transport = FakeTransport::new().answer(FakeAnswer::new(204)).answer(FakeAnswer::new(204));
    let metadata = BTreeMap::from([("color".to_owned(), "blue".to_owned()), ("Queen".to_owned(), "Maja".to_owned())]);
    let client = client(&transport, |builder| builder);
    client.hives().set_metadata("a b").timeout(5).x_ms_meta(&metadata).await.expect("it is answered");
    let request = transport.last_request().expect("it was sent");
    assert_eq!(request.url, "https://maja.hives.example.com/v1/a%20b?comp=metadata&timeout=5");
    assert_eq!([request.header("x-ms-meta-color"), request.header("x-ms-meta-queen")], [Some("blue"), Some("Maja")]);
    assert_eq!(request.header("x-ms-meta"), None);
    client.hives().lease("a").x_ms_meta(&BTreeMap::new()).await.expect("it is answered");
    assert_eq!(transport.last_request().expect("it was sent").path_and_query(), "/v1/a?comp=lease");
}

#[tokio::test]
async fn response_header_can_be_a_header_prefix() {
    let answer = FakeAnswer::json(200, r#"{"id":"1","tier":"c"}"#).header("x-ms-meta-color", "1").header("x-ms-meta-b", "c");
    let transport = FakeTransport::new().answer(answer);
    let client = client(&transport, |builder| builder.account("willy").suffix("hives.example.org"));
    let response = client.hives().get("a/b%20c").with_response().await.expect("it is answered");
    let request = transport.last_request().expect("it was sent");
    assert_eq!(request.url, "https://willy.hives.example.org/v1/a/b%20c");
    let metadata = response.header(GetHive::X_MS_META).expect("it is read").expect("there are some");
    assert_eq!(metadata, BTreeMap::from([("color".to_owned(), "1".to_owned()), ("b".to_owned(), "c".to_owned())]));
    assert_eq!(response.into_body().tier, HiveTier::Cool);
}
