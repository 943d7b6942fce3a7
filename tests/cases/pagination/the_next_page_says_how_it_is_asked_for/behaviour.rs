//! Response properties named like a parameter are sent with the next request until they are absent.

use super::Client;
use apiarist_runtime::testing::FakeTransport;
use apiarist_tests::wire::{answering, paths};

fn client(answers: &[&'static str]) -> (Client, FakeTransport) {
    let transport = answering(answers);
    (Client::builder().transport(transport.clone()).build().expect("a client"), transport)
}

#[tokio::test]
async fn opaque_offset_is_taken_from_the_response() {
    let first = r#"{"data":["a"],"next_page":{"offset":"t=","path":"/bees?offset=t%3D"}}"#;
    let (client, transport) = client(&[first, r#"{"data":["b"],"next_page":null}"#]);
    let mut items = client.bees().list().limit(1).items();
    assert_eq!(items.next().await.map(Result::ok), Some(Some("a".to_owned())));
    assert_eq!(items.next().await.map(Result::ok), Some(Some("b".to_owned())));
    assert!(items.next().await.is_none());
    assert_eq!(paths(&transport), ["/bees?limit=1", "/bees?limit=1&offset=t%3D"]);
}

#[tokio::test]
async fn empty_token_ends_iteration() {
    let first = r#"{"items":["a"],"metadata":{"continue":"t"}}"#;
    let (client, transport) = client(&[first, r#"{"items":["b"],"metadata":{"continue":""}}"#]);
    let mut pages = client.pods().list().pages();
    while let Some(page) = pages.next().await {
        page.expect("it is read");
    }
    assert_eq!(paths(&transport), ["/pods", "/pods?continue=t"]);
}
