//! `default` is the error if a success is declared, and the success otherwise.

use super::Client;
use apiarist_runtime::testing::FakeAnswer;
use apiarist_tests::wire::faked;

#[tokio::test]
async fn default_alone_is_the_success() {
    let answer = FakeAnswer::json(200, r#"{"up":true}"#);
    let (client, _) = faked(answer, |transport| Client::builder().transport(transport).build());
    assert!(client.status().get().await.expect("it is answered").up);
}

#[tokio::test]
async fn default_next_to_a_success_is_the_error() {
    let answer = FakeAnswer::new(400).header("content-type", "application/problem+json").chunk(r#"{"title":"no"}"#);
    let (client, transport) = faked(answer, |transport| Client::builder().transport(transport).build());
    let error = client.status().get_version().await.expect_err("it fails");
    assert_eq!(error.api().and_then(|problem| problem.title.as_deref()), Some("no"));
    let request = transport.last_request().expect("a request was sent");
    assert!(request.header("accept").is_some_and(|accept| accept.contains("application/vnd.example.v2+json")));
}
