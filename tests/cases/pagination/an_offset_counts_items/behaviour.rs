//! Offsets that count items.

use super::Client;
use apiarist_runtime::testing::{FakeAnswer, FakeTransport};
use apiarist_tests::wire::{answering, paths};

fn client(answers: &[&'static str]) -> (Client, FakeTransport) {
    let transport = answering(answers);
    (Client::builder().transport(transport.clone()).build().expect("a client"), transport)
}

#[tokio::test]
async fn offset_grows_until_a_page_is_short() {
    let (client, transport) = client(&["[1,2]", "[3,4]", "[5]"]);
    let mut pages = client.bees().list().pages();
    let mut all = Vec::new();
    while let Some(page) = pages.next().await {
        all.extend(page.expect("it is read"));
    }
    assert_eq!(all, [1, 2, 3, 4, 5]);
    assert_eq!(paths(&transport), ["/bees", "/bees?offset=2", "/bees?offset=4"]);
}

#[tokio::test]
async fn empty_response_ends_iteration() {
    let (client, transport) = client(&["[1,2]", "[3]"]);
    let mut items = client.bees().list_drones().items();
    let mut all = Vec::new();
    while let Some(item) = items.next().await {
        all.push(item.expect("it is read"));
    }
    assert_eq!(all, [1, 2, 3]);
    assert_eq!(paths(&transport), ["/drones", "/drones?offset=2"]);
    let accepted = FakeTransport::new().answer(FakeAnswer::new(202));
    let client = Client::builder().transport(accepted.clone()).build().expect("a client");
    assert!(client.bees().list_drones().items().next().await.is_none());
    assert_eq!(accepted.requests().len(), 1);
}
