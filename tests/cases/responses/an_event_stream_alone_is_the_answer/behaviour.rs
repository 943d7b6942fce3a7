//! Event streams with an envelope around the data.

use super::Client;
use apiarist_runtime::testing::FakeAnswer;
use apiarist_tests::wire::faked;

#[tokio::test]
async fn data_is_typed() {
    let answer = FakeAnswer::events(": ping\n\nevent: line\nid: 7\ndata: {\"seq\":1,\ndata: \"text\":\"a\"}\n\ndata: {\"seq\":2}\n\n");
    let (client, _) = faked(answer, |transport| Client::builder().transport(transport).build());
    let mut events = client.feeds().watch("f1").await.expect("it is answered");
    let first = events.next_event().await.expect("there is an event").expect("it can be read");
    assert_eq!((first.name.as_str(), first.id.as_deref()), ("line", Some("7")));
    assert_eq!((first.data.seq, first.data.text.as_deref()), (1, Some("a")));
    let second = events.next().await.expect("there is an event").expect("it can be read");
    assert_eq!(second.seq, 2);
    assert!(events.next().await.is_none());
}
