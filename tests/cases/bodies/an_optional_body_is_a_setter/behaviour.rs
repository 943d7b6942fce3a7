//! An optional body.

use super::Client;
use super::types::CancelRunBody;
use apiarist_runtime::testing::FakeAnswer;
use apiarist_tests::wire::faked;
use serde_json::json;

#[tokio::test]
async fn optional_body_is_sent_only_when_set() {
    let (client, transport) = faked(FakeAnswer::new(204), |transport| Client::builder().transport(transport).build());
    transport.push(FakeAnswer::new(204));
    client.runs().cancel("r1").await.expect("it is cancelled");
    client.runs().cancel("r1").body(&CancelRunBody::default().reason("late")).await.expect("it is cancelled");
    let [without, with] = &transport.requests()[..] else { panic!("two requests were sent") };
    assert_eq!(without.path_and_query(), "/runs/r1/cancel");
    assert!(without.body.is_empty());
    assert_eq!(without.header("content-type"), None);
    assert_eq!(with.json(), json!({"reason": "late"}));
    assert_eq!(with.header("content-type"), Some("application/json"));
}
