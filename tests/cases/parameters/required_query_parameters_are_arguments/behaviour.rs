//! Required parameters are arguments of the method.

use super::Client;
use super::types::{AddNoteBody, AddNoteVisibility};
use apiarist_runtime::testing::FakeAnswer;
use apiarist_tests::wire::faked;
use serde_json::json;

#[tokio::test]
async fn required_parameters_are_sent() {
    let (client, transport) = faked(FakeAnswer::new(204), |transport| Client::builder().transport(transport).build());
    client.customers().find("acme", ["a", "b"], true).limit(1).await.expect("it is answered");
    let request = transport.last_request().expect("a request was sent");
    assert_eq!(request.header("x-tenant"), Some("acme"));
    assert_eq!(request.path_and_query(), "/customers?externalIds=a&externalIds=b&exact=true&limit=1");
}

#[tokio::test]
async fn arguments_are_ordered_path_query_body() {
    let (client, transport) = faked(FakeAnswer::new(204), |transport| Client::builder().transport(transport).build());
    let note = AddNoteBody::new("Called.");
    client.customers().add_note("c1", AddNoteVisibility::Private, &note).await.expect("it is added");
    let request = transport.last_request().expect("a request was sent");
    assert_eq!(request.method, "POST");
    assert_eq!(request.path_and_query(), "/customers/c1/notes?visibility=private");
    assert_eq!(request.json(), json!({"text": "Called."}));
}
