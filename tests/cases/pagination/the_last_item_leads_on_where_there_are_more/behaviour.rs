//! The ID of the last item as the next cursor.

use super::types::ListBeesResponseDataItem;
use super::Client;
use apiarist_runtime::testing::FakeTransport;
use apiarist_tests::wire::{answering, paths};

fn client(answers: &[&'static str]) -> (Client, FakeTransport) {
    let transport = answering(answers);
    (Client::builder().transport(transport.clone()).build().expect("a client"), transport)
}

#[tokio::test]
async fn id_of_the_last_item_is_the_next_cursor() {
    let answers = [
        r#"{"data":[{"id":"a","kind":"queen"},{"id":"b","kind":"worker"}],"has_more":true}"#,
        r#"{"data":[{"id":"c","kind":"drone"}],"has_more":false}"#,
    ];
    let (client, transport) = client(&answers);
    let mut bees = client.bees().list().items();
    assert!(matches!(bees.next().await, Some(Ok(ListBeesResponseDataItem::Queen(queen))) if queen.id == "a"));
    assert!(matches!(bees.next().await, Some(Ok(ListBeesResponseDataItem::Worker(_)))));
    assert!(matches!(bees.next().await, Some(Ok(_))));
    assert!(bees.next().await.is_none());
    assert_eq!(paths(&transport), ["/bees", "/bees?starting_after=b"]);
}

#[tokio::test]
async fn response_can_contain_the_last_id() {
    let answers = [r#"{"data":[{"name":"a"}],"has_more":true,"last_id":"h1"}"#, r#"{"data":[],"has_more":false,"last_id":null}"#];
    let (client, transport) = client(&answers);
    let mut hives = client.hives().list().items();
    assert_eq!(hives.next().await.expect("a hive").expect("it is read").name.as_deref(), Some("a"));
    assert!(hives.next().await.is_none());
    assert_eq!(paths(&transport), ["/hives", "/hives?after=h1"]);
}
