//! Responses without content.

use super::Client;
use apiarist_runtime::testing::FakeAnswer;
use apiarist_tests::wire::faked;

#[tokio::test]
async fn body_is_ignored() {
    let (client, transport) = faked(FakeAnswer::new(204), |transport| Client::builder().transport(transport).build());
    transport.push(FakeAnswer::new(200).header("content-length", "7"));
    client.carts().delete("c1").await.expect("it is deleted");
    let response = client.carts().exists("c1").with_response().await.expect("it exists");
    assert_eq!(response.status(), 200);
    let methods: Vec<String> = transport.requests().iter().map(|request| request.method.to_string()).collect();
    assert_eq!(methods, ["DELETE", "HEAD"]);
}

#[tokio::test]
async fn error_body_is_kept() {
    let answer = FakeAnswer::json(404, r#"{"message":"no such cart"}"#).header("x-request-id", "req_1");
    let (client, _) = faked(answer, |transport| Client::builder().transport(transport).build());
    let error = client.carts().delete("c1").await.expect_err("there is no such cart");
    assert_eq!(error.status().map(|status| status.as_u16()), Some(404));
    assert_eq!(error.request_id(), Some("req_1"));
    assert_eq!(error.api().map(|problem| problem.message.as_str()), Some("no such cart"));
}
