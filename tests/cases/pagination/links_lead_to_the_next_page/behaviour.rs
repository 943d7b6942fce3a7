//! URLs of next pages, in a header and in bodies.

use super::Client;
use apiarist_runtime::testing::{FakeAnswer, FakeTransport};
use apiarist_tests::wire::{answering, paths};

fn client(answers: &[&'static str]) -> (Client, FakeTransport) {
    let transport = answering(answers);
    (Client::builder().transport(transport.clone()).build().expect("a client"), transport)
}

#[tokio::test]
async fn link_header_is_followed() {
    let transport = FakeTransport::new();
    let link = r#"<https://api.example.com/bees?page=2>; rel="next""#;
    transport.push(FakeAnswer::json(200, r#"[{"id":"a"}]"#).header("link", link));
    transport.push(FakeAnswer::json(200, r#"[{"id":"b"}]"#));
    let client = Client::builder().transport(transport.clone()).build().expect("a client");
    let mut bees = client.bees().list().items();
    assert_eq!(bees.next().await.expect("a bee").expect("it is read").id, "a");
    assert_eq!(bees.next().await.expect("a bee").expect("it is read").id, "b");
    assert!(bees.next().await.is_none());
    assert_eq!(paths(&transport), ["/bees", "/bees?page=2"]);
}

#[tokio::test]
async fn relative_and_absolute_urls_are_followed() {
    let (client, transport) = client(&[
        r#"{"data":["a"],"links":{"next":"/hives?after=1"}}"#,
        r#"{"data":["b"],"links":{"next":null}}"#,
        r#"{"count":2,"next":"http://api.example.com/meadows?page=2","previous":null,"results":["c"]}"#,
        r#"{"count":2,"next":null,"previous":null,"results":["d"]}"#,
    ]);
    let mut hives = client.hives().list().items();
    assert_eq!(hives.next().await.expect("a hive").expect("it is read"), "a");
    assert_eq!(hives.next().await.expect("a hive").expect("it is read"), "b");
    assert!(hives.next().await.is_none());
    let mut meadows = client.hives().list_meadows().pages();
    assert!(meadows.next().await.is_some() && meadows.next().await.is_some() && meadows.next().await.is_none());
    assert_eq!(paths(&transport), ["/hives", "/hives?after=1", "/meadows", "/meadows?page=2"]);
}

#[tokio::test]
async fn url_of_another_origin_is_not_requested() {
    let (client, transport) = client(&[r#"{"data":["a"],"links":{"next":"https://evil.example/hives"}}"#]);
    let mut hives = client.hives().list().items();
    assert!(hives.next().await.is_some_and(|hive| hive.is_ok()));
    let error = hives.next().await.expect("an error").expect_err("it is refused");
    assert!(error.to_string().contains("`evil.example`"), "{error}");
    assert_eq!(transport.requests().len(), 1);
}
