//! Pagination settings take precedence over detection.

use super::types::BeeQuery;
use super::Client;
use apiarist_runtime::testing::FakeTransport;
use apiarist_tests::wire::{answering, paths};

fn client(answers: &[&'static str]) -> (Client, FakeTransport) {
    let transport = answering(answers);
    (Client::builder().transport(transport.clone()).build().expect("a client"), transport)
}

#[tokio::test]
async fn body_property_can_be_the_cursor() {
    let (client, transport) =
        client(&[r#"{"found":["a"],"go_on":"g","further":true}"#, r#"{"found":["b"],"go_on":"h","further":false}"#]);
    let mut bees = client.bees().search(&BeeQuery::new("brown")).items();
    assert_eq!(bees.next().await.expect("a bee").expect("it is read"), "a");
    assert_eq!(bees.next().await.expect("a bee").expect("it is read"), "b");
    assert!(bees.next().await.is_none());
    let bodies: Vec<String> = transport.requests().iter().map(|request| request.text()).collect();
    assert_eq!(bodies, [r#"{"color":"brown"}"#, r#"{"color":"brown","page":{"after":"g"}}"#]);
    assert_eq!(paths(&transport), ["/bees/search", "/bees/search"]);
}
