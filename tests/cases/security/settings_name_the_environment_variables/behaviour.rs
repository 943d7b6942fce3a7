//! The base URL has its variables expanded.

use super::Client;
use apiarist_runtime::testing::FakeAnswer;
use apiarist_tests::wire::faked;

#[tokio::test]
async fn server_variable_has_its_default() {
    let (client, transport) = faked(FakeAnswer::new(204), |transport| {
        Client::builder().transport(transport).api_key("k").build()
    });
    client.machines().list().await.expect("it is answered");
    let request = transport.last_request().expect("a request was sent");
    assert_eq!(request.url, "https://eu.example.com/v1/machines");
    assert!(request.header("user-agent").is_some_and(|agent| agent.contains("example-cloud")));
}
