//! Methods beyond the usual ones, and a parameter that is the whole query (OpenAPI 3.2).

use super::Client;
use super::types::Filter;
use apiarist_runtime::testing::{FakeAnswer, FakeTransport};
use apiarist_tests::wire::faked;

fn client() -> (Client, FakeTransport) {
    faked(FakeAnswer::new(204), |transport| {
        Client::builder().base_url("https://api.example.com").transport(transport).build()
    })
}

#[tokio::test]
async fn method_keeps_its_spelling() {
    let (client, transport) = client();
    client.orders().purge().await.expect("it is done");
    assert_eq!(transport.last_request().expect("a request was sent").method, "PURGE");
    let (client, transport) = self::client();
    client.orders().discover().await.expect("it is done");
    assert_eq!(transport.last_request().expect("a request was sent").method, "M-SEARCH");
}

#[tokio::test]
async fn object_properties_are_the_query() {
    let (client, transport) = client();
    client.orders().list().filter(&Filter::default().status("open").size(3)).await.expect("it is done");
    let request = transport.last_request().expect("a request was sent");
    assert_eq!(request.path_and_query(), "/orders?status=open&size=3");
}

#[tokio::test]
async fn stream_items_are_events() {
    let (client, transport) = faked(FakeAnswer::events("data: {\"id\": \"o1\"}\n\n"), |transport| {
        Client::builder().base_url("https://api.example.com").transport(transport).build()
    });
    let mut orders = client.orders().find(&Filter::default()).await.expect("it answers");
    assert_eq!(orders.next().await.expect("an event").expect("an order").id, "o1");
    assert_eq!(transport.last_request().expect("a request was sent").method, "QUERY");
}
