//! Parameters of union and alias types.

use super::Client;
use super::types::GetMemberSince;
use apiarist_runtime::testing::FakeAnswer;
use apiarist_tests::wire::faked;
use serde_json::json;

#[tokio::test]
async fn union_and_alias_values_are_sent_as_plain_text() {
    let (client, transport) = faked(FakeAnswer::new(204), |transport| Client::builder().transport(transport).build());
    let call = client.members().get("m1").since(&GetMemberSince::Integer(5)).team("t").anything(&json!("x"));
    call.await.expect("it exists");
    let request = transport.last_request().expect("a request was sent");
    assert_eq!(request.path_and_query(), "/members/m1?since=5&team=t&anything=x");
}
