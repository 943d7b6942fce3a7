//! Pages and items by cursor, requested on demand.

use super::Client;
use apiarist_runtime::testing::FakeTransport;
use apiarist_tests::wire::{answering, paths};

fn client(answers: &[&'static str]) -> (Client, FakeTransport) {
    let transport = answering(answers);
    (Client::builder().transport(transport.clone()).build().expect("a client"), transport)
}

#[tokio::test]
async fn items_of_all_pages_are_yielded_in_order() {
    let answers = [r#"{"bees":[{"id":"a"},{"id":"b"}],"next_page_token":"t/1"}"#, r#"{"bees":[{"id":"c"}],"next_page_token":null}"#];
    let (client, transport) = client(&answers);
    let mut bees = client.bees().list().limit(2).items();
    let mut ids = Vec::new();
    while let Some(bee) = bees.next().await {
        ids.push(bee.expect("it is read").id);
    }
    assert_eq!(ids, ["a", "b", "c"]);
    assert_eq!(paths(&transport), ["/bees?limit=2", "/bees?limit=2&page_token=t%2F1"]);
}

#[tokio::test]
async fn page_is_requested_on_demand() {
    let (client, transport) = client(&[r#"{"hives":["x"],"response_metadata":{"next_cursor":"n"}}"#, r#"{"hives":null}"#]);
    let mut pages = client.hives().list().pages();
    let page = pages.next().await.expect("a page").expect("it is read");
    assert_eq!(page.hives, Some(vec!["x".to_owned()]));
    assert_eq!(transport.requests().len(), 1);
    assert_eq!(pages.next().await.expect("a page").expect("it is read").hives, None);
    assert!(pages.next().await.is_none());
    assert_eq!(paths(&transport), ["/hives", "/hives?cursor=n"]);
}
