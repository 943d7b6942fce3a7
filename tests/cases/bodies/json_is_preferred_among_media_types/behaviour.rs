//! A body with several media types.

use super::Client;
use super::types::Lead;
use apiarist_runtime::testing::FakeAnswer;
use apiarist_tests::wire::faked;
use serde_json::json;

#[tokio::test]
async fn json_is_preferred() {
    let (client, transport) = faked(FakeAnswer::new(204), |transport| Client::builder().transport(transport).build());
    client.leads().create(&Lead::new("a@example.com")).await.expect("it is created");
    let request = transport.last_request().expect("a request was sent");
    assert_eq!(request.header("content-type"), Some("application/json"));
    assert_eq!(request.json(), json!({"email": "a@example.com"}));
}
