//! Tests the pagination of the four APIs that have it, over a socket, by page and by item.

use apiarist_test_support::loopback::{Answer, Loopback};
use conversation_apis::{openai, openhands, orq, tavus};
use serde_json::{Value, json};

fn answered(pages: &[Value]) -> Loopback {
    Loopback::start(pages.iter().map(|page| Answer::json(200, page))).unwrap()
}

/// Returns the targets of all requests.
fn targets(server: &Loopback) -> Vec<String> {
    server.requests().into_iter().map(|request| request.target).collect()
}

/// Collects all items of a paginated call.
macro_rules! all {
    ($items:expr) => {{
        let mut items = $items;
        let mut all = Vec::new();
        while let Some(item) = items.next().await {
            all.push(item.unwrap());
        }
        all
    }};
}

#[tokio::test]
async fn openai_continues_after_the_last_id_while_has_more() {
    let message = |id: &str| json!({"type": "message", "id": id, "status": "completed", "role": "user", "content": []});
    let page = |ids: &[&str], has_more: bool| {
        let data: Vec<Value> = ids.iter().map(|id| message(id)).collect();
        json!({"object": "list", "data": data, "first_id": ids[0], "last_id": ids.last(), "has_more": has_more})
    };
    let server = answered(&[page(&["msg_1", "msg_2"], true), page(&["msg_3"], false)]);
    let client = openai::Client::builder().api_key_auth("k").base_url(server.base_url()).build().unwrap();
    let items = all!(client.conversations().list_items("conv_1").limit(2).items());
    assert!(matches!(items.last(), Some(openai::types::ConversationItem::Message(message)) if message.id == "msg_3"));
    assert_eq!(items.len(), 3);
    let path = "/conversations/conv_1/items?limit=2";
    assert_eq!(targets(&server), [path.to_owned(), format!("{path}&after=msg_2")]);
    assert_eq!(server.requests()[1].all("authorization"), ["Bearer k"]);
}

#[tokio::test]
async fn tavus_counts_pages_up_to_the_total() {
    let page = |ids: &[&str]| {
        let data: Vec<Value> = ids.iter().map(|id| json!({"conversation_id": id})).collect();
        json!({"data": data, "total_count": 3})
    };
    let server = answered(&[page(&["c1", "c2"]), page(&["c3"])]);
    let client = tavus::Client::builder().api_key("k").base_url(server.base_url()).build().unwrap();
    let mut pages = client.conversations().list().limit(2).pages();
    assert_eq!(pages.next().await.unwrap().unwrap().data.unwrap_or_default().len(), 2);
    assert_eq!(pages.next().await.unwrap().unwrap().total_count, Some(3));
    assert!(pages.next().await.is_none());
    assert_eq!(targets(&server), ["/v2/conversations?limit=2", "/v2/conversations?limit=2&page=2"]);
}

#[tokio::test]
async fn orq_continues_after_the_id_of_the_last_conversation() {
    let conversation =
        |id: &str| json!({"_id": id, "kind": "conversation", "displayName": "x", "createdAt": 1, "updatedAt": 1});
    let page = |ids: &[&str], has_more: bool| {
        let data: Vec<Value> = ids.iter().map(|id| conversation(id)).collect();
        json!({"object": "list", "data": data, "has_more": has_more})
    };
    let server = answered(&[page(&["a", "b"], true), page(&["c"], false)]);
    let client = orq::Client::builder().api_key("k").base_url(server.base_url()).build().unwrap();
    let items = all!(client.conversations().list().items());
    assert_eq!(items.last().and_then(|item| item.id.clone()).as_deref(), Some("c"));
    assert_eq!(targets(&server), ["/v2/conversations", "/v2/conversations?starting_after=b"]);
}

#[tokio::test]
async fn openhands_returns_the_id_of_the_next_page() {
    let conversation = |id: &str| json!({"conversation_id": id, "title": "x"});
    let server = answered(&[
        json!({"results": [conversation("a")], "next_page_id": "MQ=="}),
        json!({"results": [conversation("b")], "next_page_id": null}),
    ]);
    let client = openhands::Client::builder().api_key_header("k").base_url(server.base_url()).build().unwrap();
    let ids: Vec<String> =
        all!(client.conversations().search().items()).into_iter().map(|item| item.conversation_id).collect();
    assert_eq!(ids, ["a", "b"]);
    assert_eq!(targets(&server), ["/api/conversations", "/api/conversations?page_id=MQ%3D%3D"]);
}
