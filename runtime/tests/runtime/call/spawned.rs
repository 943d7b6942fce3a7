//! Tests that calls, pages and streams own their data, so they can move to another task.

use crate::mini_client::{Call, client, operations};
use apiarist_runtime::{
    EventStream, Items, OperationSpec, PagedOperation, Pages, Value,
    codegen::{ClientDescription, Json, Paging},
    testing::{FakeAnswer, FakeTransport},
};
use serde_json::json;

const DESCRIPTION: ClientDescription = ClientDescription::new("bees", "bees").base_url("https://api.bees.test");

client! {
    DESCRIPTION;
    group bees: Bees { list: ListBees }
}
operations! {
    ListBees -> Result<Json<Value>, Json<Value>>, events Json<i64> = OperationSpec::new("listBees").get("/bees");
}
impl PagedOperation for ListBees {
    type Item = i64;
    const PAGING: &'static Paging = &Paging::cursor("after", "/next").items("/bees");
}

/// Returns a call whose client is dropped before it is sent.
fn list(answers: impl IntoIterator<Item = FakeAnswer>) -> Call<ListBees> {
    let transport = FakeTransport::new();
    answers.into_iter().for_each(|answer| transport.push(answer));
    Client::builder().transport(transport).build().unwrap().bees().list()
}

fn two_pages() -> Call<ListBees> {
    let pages = [json!({"bees": [1, 2], "next": "2"}), json!({"bees": [3], "next": null})];
    list(pages.map(|page| FakeAnswer::json(200, page.to_string())))
}

#[tokio::test]
async fn call_outlives_its_client_in_another_task() {
    let call = list([FakeAnswer::json(200, "[1]")]);
    let sent = tokio::spawn(async move { call.await });
    assert_eq!(sent.await.unwrap().unwrap(), json!([1]));
}

#[tokio::test]
async fn pages_and_items_can_move_to_another_task() {
    let mut pages: Pages<ListBees> = two_pages().pages();
    let count = tokio::spawn(async move {
        let mut count = 0;
        while let Some(page) = pages.next().await {
            page.unwrap();
            count += 1;
        }
        count
    });
    assert_eq!(count.await.unwrap(), 2);
    let mut items: Items<ListBees> = two_pages().items();
    let last = tokio::spawn(async move {
        let mut last = None;
        while let Some(item) = items.next().await {
            last = Some(item.unwrap());
        }
        last
    });
    assert_eq!(last.await.unwrap(), Some(3));
}

/// A struct of an application, without a lifetime parameter.
struct Feed {
    bees: EventStream<i64>,
    more: Option<Call<ListBees>>,
}

#[tokio::test]
async fn streams_and_calls_have_no_lifetime_parameter() {
    let bees = list([FakeAnswer::events("data: 7\n\n")]);
    let mut feed = Feed { bees: bees.stream().await.unwrap(), more: Some(list([FakeAnswer::json(200, "[8]")])) };
    let read = tokio::spawn(async move {
        let first = feed.bees.next().await.unwrap().unwrap();
        (first, feed.more.take().unwrap().await.unwrap())
    });
    assert_eq!(read.await.unwrap(), (7, json!([8])));
}

#[tokio::test]
async fn response_bytes_and_download_futures_can_move_to_another_task() {
    let answers = || list([FakeAnswer::json(200, "[1]")]);
    let response = tokio::spawn(answers().with_response());
    assert_eq!(response.await.unwrap().unwrap().status().as_u16(), 200);
    let bytes = tokio::spawn(answers().raw());
    assert_eq!(bytes.await.unwrap().unwrap().into_body(), "[1]");
    let download = tokio::spawn(answers().download());
    assert_eq!(download.await.unwrap().unwrap().next().await.unwrap().unwrap(), "[1]");
}
