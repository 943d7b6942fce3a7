//! Setters accept a value or an `Option`, and send nothing for `None`.

use super::Client;
use super::types::{Filter, Order};
use apiarist_runtime::Operation;
use apiarist_runtime::testing::{FakeAnswer, RecordedRequest};
use apiarist_tests::Call;
use apiarist_tests::wire::faked;

/// The request of a call.
async fn sent<Op: Operation>(call: impl FnOnce(Client) -> Call<Op>) -> RecordedRequest {
    let (client, transport) = faked(FakeAnswer::new(204), |transport| Client::builder().transport(transport).build());
    call(client).await.map_err(|_| ()).expect("it is answered");
    transport.last_request().expect("a request was sent")
}

#[tokio::test]
async fn values_are_sent() {
    let filter = Filter::new().color("red");
    let (after, held) = ("i9".to_owned(), Some("i9".to_owned()));
    let expected = "/items?limit=50&after=i9&order=desc&filter%5Bcolor%5D=red";
    let request = sent(|client| client.items().list().limit(50).after("i9").order(Order::Desc).filter(&filter)).await;
    assert_eq!(request.path_and_query(), expected);
    let request = sent(|client| {
        client.items().list().limit(Some(50)).after(Some("i9")).order(Some(Order::Desc)).filter(Some(&filter))
    });
    assert_eq!(request.await.path_and_query(), expected);
    for request in [
        sent(|client| client.items().list().after(&after)).await,
        sent(|client| client.items().list().after(&held)).await,
        sent(|client| client.items().list().after(held.as_deref())).await,
        sent(|client| client.items().list().after(after.clone())).await,
    ] {
        assert_eq!(request.path_and_query(), "/items?after=i9");
    }
    let request = sent(|client| client.items().list().x_trace(Some("t1")).seen(Some(true))).await;
    assert_eq!((request.header("x-trace"), request.header("cookie")), (Some("t1"), Some("seen=true")));
}

#[tokio::test]
async fn none_sends_nothing() {
    let tags: Option<Vec<String>> = None;
    let request = sent(|client| {
        let call = client.items().list().limit(None).after(None).order(None).filter(None);
        call.tag(tags.into_iter().flatten()).x_trace(None).seen(None)
    });
    let request = request.await;
    assert_eq!(request.path_and_query(), "/items");
    assert_eq!((request.header("x-trace"), request.header("cookie")), (None, None));
}

#[tokio::test]
async fn loop_over_pages_needs_no_condition() {
    let mut after: Option<String> = None;
    for expected in ["/items?limit=50", "/items?limit=50&after=i1"] {
        let request = sent(|client| client.items().list().limit(50).after(after.as_deref())).await;
        assert_eq!(request.path_and_query(), expected);
        after = Some("i1".to_owned());
    }
}

#[tokio::test]
async fn body_set_to_none_is_not_sent() {
    let without = [
        sent(|client| client.items().import().body(None)).await,
        sent(|client| client.items().import().merge_patch_body(None)).await,
        sent(|client| client.items().import().form_body(None)).await,
        sent(|client| client.items().import().text_body(None)).await,
        sent(|client| client.items().import().multipart_body(None)).await,
    ];
    for request in without {
        assert_eq!((request.body.len(), request.header("content-type")), (0, None));
    }
    let filter = Filter::new().color("red");
    let request = sent(|client| client.items().import().body(Some(&filter))).await;
    assert_eq!((request.text().as_str(), request.header("content-type")), (r#"{"color":"red"}"#, Some("application/json")));
    let names = vec!["a".to_owned()];
    let request = sent(|client| client.items().import().merge_patch_body(&names)).await;
    assert_eq!(
        (request.text().as_str(), request.header("content-type")),
        (r#"["a"]"#, Some("application/merge-patch+json"))
    );
    let request = sent(|client| client.items().import().text_body("a")).await;
    assert_eq!((request.text().as_str(), request.header("content-type")), ("a", Some("text/plain")));
}
