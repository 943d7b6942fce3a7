//! `application/x-www-form-urlencoded`.

use super::Client;
use super::types::CreateTokenBody;
use apiarist_runtime::testing::FakeAnswer;
use apiarist_tests::wire::faked;

#[tokio::test]
async fn properties_are_sent_as_pairs() {
    let (client, transport) = faked(FakeAnswer::new(204), |transport| Client::builder().transport(transport).build());
    let body = CreateTokenBody::new("a&b=c").scope(["read", "write"]).expires_in(60);
    client.tokens().create(&body).await.expect("it is created");
    let request = transport.last_request().expect("a request was sent");
    assert_eq!(request.header("content-type"), Some("application/x-www-form-urlencoded"));
    assert_eq!(request.text(), "grant_type=client_credentials&client_id=a%26b%3Dc&scope=read&scope=write&expires_in=60");
}
