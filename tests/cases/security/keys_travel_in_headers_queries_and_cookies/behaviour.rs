//! API keys in the declared locations.

use super::{Client, ClientBuilder};
use apiarist_runtime::testing::{FakeAnswer, FakeTransport};

fn builder(transport: &FakeTransport) -> ClientBuilder {
    Client::builder().transport(transport.clone())
}

#[tokio::test]
async fn keys_are_sent_in_their_declared_locations() {
    let transport = FakeTransport::new();
    (0..3).for_each(|_| transport.push(FakeAnswer::new(204)));
    let client = builder(&transport).header_key("h&1").query_key("q&1").cookie_key("c1").build().expect("it is complete");
    client.gates().by_header().await.expect("it is open");
    client.gates().by_query().await.expect("it is open");
    client.gates().by_cookie().await.expect("it is open");
    let sent: Vec<_> = transport
        .requests()
        .iter()
        .map(|request| {
            let header = |name| request.header(name).map(str::to_owned);
            (request.path_and_query().to_owned(), header("x-api-key"), header("cookie"))
        })
        .collect();
    assert_eq!(sent[0], ("/by-header".to_owned(), Some("h&1".to_owned()), None));
    assert_eq!(sent[1], ("/by-query?api_key=q%261".to_owned(), None, None));
    assert_eq!(sent[2], ("/by-cookie".to_owned(), None, Some("gate=c1".to_owned())));
}

#[tokio::test]
async fn missing_key_fails_before_sending() {
    let transport = FakeTransport::new().answer(FakeAnswer::new(204));
    let client = builder(&transport).query_key("q1").build().expect("it can be built");
    let error = client.gates().by_header().await.expect_err("the key is missing");
    assert!(error.to_string().contains("HeaderKey"), "{error}");
    assert!(transport.requests().is_empty());
    client.gates().by_query().await.expect("that key is there");
}

#[test]
fn keys_are_hidden() {
    let client = builder(&FakeTransport::new()).header_key("hidden-1").query_key("hidden-2").build().expect("it can be built");
    assert!(!format!("{client:?}").contains("hidden"), "{client:?}");
}
