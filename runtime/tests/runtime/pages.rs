//! Tests the order and the end of pages.

use crate::mini_client::{Call, client, operations};
use apiarist_runtime::{
    ErrorKind, OperationSpec, PagedOperation, Value,
    codegen::{CallBuilder as _, ClientDescription, CredentialDescription, Json, Paging, SecurityScheme},
    testing::{FakeAnswer, FakeClock, FakeTransport},
};
use serde_json::json;

const KEY: SecurityScheme = SecurityScheme::query("QueryKey", "key");

const DESCRIPTION: ClientDescription = ClientDescription::new("bees", "bees")
    .base_url("https://api.bees.test/v1")
    .credentials(&[CredentialDescription::new(KEY, "key", &["BEES_TEST_KEY"])]);

client! {
    DESCRIPTION;
    group bees: Bees {}
    credentials { key: KEY }
}

macro_rules! paged {
    ($($function:ident $marker:ident $method:ident $paging:expr;)*) => {
        impl Bees<'_> {
            $(
                pub fn $function(self) -> Call<$marker> {
                    Call::new(self.core, &[])
                }
            )*
        }
        operations! {
            $(
                $marker -> Result<Json<Value>, Json<Value>> =
                    OperationSpec::new("bees").$method("/bees").security(&[&[KEY], &[]]);
            )*
        }
        $(
            impl PagedOperation for $marker {
                type Item = i64;
                const PAGING: &'static Paging = &$paging;
            }
        )*
    };
}
paged! {
    cursor Cursor get Paging::cursor("page[after]", "/meta/next").items("/bees").more("/more");
    in_body InBody post Paging::cursor("/page/after", "/next").items("/bees");
    last_item LastItem get Paging::last_item("after", "/id").items("/bees").more("/more");
    number Number get Paging::page_number("page", 1).items("/bees").size("limit", 3, 10);
    total Total get Paging::page_number("page", 0).items("/bees").total("/total").size("limit", 0, 0);
    counted Counted get Paging::page_number("page", 1).items("/bees").total_pages("/pages").current("/page");
    offset Offset get Paging::offset("skip").items("/bees");
    url Url get Paging::next_url("/next").items("/bees");
    link Link get Paging::link_header();
}

fn fake<'a>(answers: impl IntoIterator<Item = &'a Value>) -> (FakeTransport, Client) {
    let transport = FakeTransport::new();
    answers.into_iter().for_each(|answer| transport.push(FakeAnswer::json(200, answer.to_string())));
    (transport.clone(), client(transport))
}

fn client(transport: FakeTransport) -> Client {
    Client::builder().transport(transport).clock(FakeClock::new()).key("k").build().unwrap()
}

/// Returns the queries of all requests, without the key.
fn queries(transport: &FakeTransport) -> Vec<String> {
    let query = |url: String| url.split_once('?').unwrap().1.to_owned();
    let requests = transport.requests().into_iter();
    requests.map(|request| query(request.url).replace("&key=k", "").replace("key=k", "")).collect()
}

macro_rules! items {
    ($call:expr) => {{
        let mut items = $call.items();
        let mut all = Vec::new();
        while let Some(item) = items.next().await {
            all.push(item.unwrap());
        }
        all
    }};
}

#[tokio::test]
async fn cursor_is_sent_until_absent_or_last_page() {
    let (transport, client) = fake(&[
        json!({"bees": [1, 2], "meta": {"next": "a b"}, "more": true}),
        json!({"bees": [], "meta": {"next": 7}}),
        json!({"bees": [3], "meta": {"next": "c"}, "more": false}),
    ]);
    assert_eq!(items!(client.bees().cursor()), [1, 2, 3]);
    assert_eq!(queries(&transport), ["", "page%5Bafter%5D=a%20b", "page%5Bafter%5D=7"]);
    for end in [json!(null), json!(""), json!(false), json!({})] {
        let (transport, client) = fake(&[json!({"bees": [1], "meta": {"next": end}})]);
        assert_eq!(items!(client.bees().cursor()), [1]);
        assert_eq!(transport.requests().len(), 1);
    }
}

#[tokio::test]
async fn repeated_cursor_ends_iteration() {
    let page = |next: &str| json!({"bees": [1], "meta": {"next": next}});
    let (transport, client) = fake(&[page("a"), page("b"), page("a")]);
    assert_eq!(items!(client.bees().cursor()).len(), 3);
    assert_eq!(transport.requests().len(), 3);
}

#[tokio::test]
async fn cursor_can_be_sent_in_the_body() {
    let (transport, client) = fake(&[json!({"bees": [1], "next": 5}), json!({"bees": [2]})]);
    assert_eq!(items!(client.bees().in_body().json(&json!({"limit": 1, "page": {"size": 2}}))), [1, 2]);
    assert_eq!(transport.requests()[1].json(), json!({"limit": 1, "page": {"size": 2, "after": 5}}));
}

#[tokio::test]
async fn last_item_is_the_next_cursor() {
    let transport = FakeTransport::new();
    transport.push(FakeAnswer::json(200, r#"{"bees": [{"id": "a"}, {"id": "b"}], "more": true}"#));
    transport.push(FakeAnswer::json(200, r#"{"bees": [], "more": true}"#));
    let client = client(transport.clone());
    let mut pages = client.bees().last_item().pages();
    assert_eq!(pages.next().await.unwrap().unwrap()["bees"][1]["id"], "b");
    assert_eq!(pages.next_response().await.unwrap().unwrap().status(), 200);
    assert!(pages.next().await.is_none() && pages.next().await.is_none());
    assert_eq!(queries(&transport), ["", "after=b"]);
}

#[tokio::test]
async fn short_page_is_the_last_if_the_page_size_is_known() {
    let page = |bees: &[i64]| json!({"bees": bees});
    let rows: [(Option<i64>, &[Value], usize); 5] = [
        (None, &[page(&[1, 2, 3]), page(&[4])], 2),
        (None, &[page(&[1, 2, 3]), page(&[4, 5, 6]), page(&[])], 3),
        (Some(5), &[page(&[1, 2])], 1),
        // Exceeds the maximum of the server.
        (Some(50), &[page(&[1, 2]), page(&[3, 4]), page(&[5])], 3),
        // The server ignores the parameter.
        (None, &[page(&[1, 2, 3]), page(&[1, 2, 3])], 2),
    ];
    for (limit, answers, requests) in rows {
        let (transport, client) = fake(answers);
        let call = client.bees().number();
        let call = match limit {
            Some(limit) => call.query("limit", &limit),
            None => call,
        };
        let mut pages = call.pages();
        let mut seen = Vec::new();
        while let Some(page) = pages.next().await {
            seen.push(page.unwrap());
        }
        assert_eq!(transport.requests().len(), requests, "{limit:?} {answers:?}");
        assert_eq!(seen[..], answers[..seen.len()]);
    }
}

#[tokio::test]
async fn page_numbers_continue_from_the_requested_page() {
    let (transport, client) = fake(&[
        json!({"bees": [3, 4], "total": 7}),
        json!({"bees": [5, 6], "total": 7}),
        json!({"bees": [7], "total": 7}),
    ]);
    assert_eq!(items!(client.bees().total().query("limit", &2).query("page", &1)), [3, 4, 5, 6, 7]);
    assert_eq!(queries(&transport), ["limit=2&page=1", "limit=2&page=2", "limit=2&page=3"]);
    // The total may be that of the page.
    let (transport, client) = fake(&[json!({"bees": [1, 2], "total": 2}), json!({"bees": [3, 4], "total": 2})]);
    assert_eq!(items!(client.bees().total()), [1, 2, 3, 4]);
    assert_eq!(queries(&transport), ["", "page=1"]);
    let (transport, client) =
        fake(&[json!({"bees": [1], "page": 1, "pages": 2}), json!({"bees": [2], "page": 2, "pages": 2})]);
    assert_eq!(items!(client.bees().counted()), [1, 2]);
    assert_eq!(queries(&transport), ["", "page=2"]);
}

#[tokio::test]
async fn offset_is_the_number_of_items_received() {
    let (transport, client) = fake(&[json!({"bees": [1, 2]}), json!({"bees": [3, 4]}), json!({"bees": [5]})]);
    assert_eq!(items!(client.bees().offset().query("skip", &10)), [1, 2, 3, 4, 5]);
    assert_eq!(queries(&transport), ["skip=10", "skip=12", "skip=14"]);
}

#[tokio::test]
async fn not_found_ends_numbered_pages() {
    let transport = FakeTransport::new();
    transport.push(FakeAnswer::json(200, r#"{"bees": [1, 2, 3]}"#));
    transport.push(FakeAnswer::json(404, "{}"));
    let found = client(transport);
    assert_eq!(items!(found.bees().number()), [1, 2, 3]);
    let transport = FakeTransport::new().answer(FakeAnswer::json(404, "{}"));
    let client = client(transport);
    let mut items = client.bees().number().items();
    assert_eq!(items.next().await.unwrap().unwrap_err().status().unwrap(), 404);
    assert!(items.next().await.is_none());
}

#[tokio::test]
async fn next_url_is_followed_within_the_origin() {
    let (transport, client) = fake(&[
        json!({"bees": [1], "next": "/v1/bees?after=a&key=other"}),
        json!({"bees": [2], "next": "?after=b"}),
        json!({"bees": [3], "next": "http://api.bees.test/v2/bees"}),
        json!({"bees": [4], "next": "https://API.bees.test:443/v2/wasps?x=1#y"}),
        json!({"bees": [5], "next": null}),
    ]);
    assert_eq!(items!(client.bees().url()), [1, 2, 3, 4, 5]);
    let urls: Vec<String> = transport.requests().into_iter().map(|request| request.url).collect();
    assert_eq!(
        urls,
        [
            "https://api.bees.test/v1/bees?key=k",
            "https://api.bees.test/v1/bees?after=a&key=k",
            "https://api.bees.test/v1/bees?after=b&key=k",
            "https://api.bees.test/v2/bees?key=k",
            "https://api.bees.test/v2/wasps?x=1&key=k",
        ]
    );
}

#[tokio::test]
async fn link_to_another_origin_is_rejected() {
    for elsewhere in ["https://evil.test/bees", "//evil.test", "https://api.bees.test:8443/", "http://evil.test"] {
        let (transport, client) = fake(&[json!({"bees": [1], "next": elsewhere})]);
        let mut items = client.bees().url().items();
        assert_eq!(items.next().await.unwrap().unwrap(), 1);
        let error = items.next().await.unwrap().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Request);
        assert!(error.to_string().contains("another origin"), "{error}");
        assert!(items.next().await.is_none());
        assert_eq!(transport.requests().len(), 1);
    }
}

#[tokio::test]
async fn link_header_is_followed() {
    let transport = FakeTransport::new();
    let link = r#"<https://api.bees.test/v1/bees?page=2>; rel="next", </last>; rel="last""#;
    transport.push(FakeAnswer::json(200, "[1,2]").header("link", link));
    transport.push(FakeAnswer::json(200, "[3]").header("link", r#"</v1/bees?page=1>; rel="prev""#));
    let client = client(transport.clone());
    assert_eq!(items!(client.bees().link()), [1, 2, 3]);
    assert_eq!(queries(&transport), ["", "page=2"]);
}

#[tokio::test]
async fn undecodable_page_is_one_error() {
    let (_, client) = fake(&[json!({"bees": [1, "two"], "meta": {"next": "a"}}), json!({"bees": [3], "meta": {}})]);
    let mut items = client.bees().cursor().items();
    let error = items.next().await.unwrap().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(error.to_string().contains("`bees[1]`"), "{error}");
    assert_eq!(items.next().await.unwrap().unwrap(), 3);
    assert!(items.next().await.is_none());
}

#[tokio::test]
async fn failed_page_is_retried_and_then_ends_iteration() {
    let transport = FakeTransport::new();
    transport.push(FakeAnswer::new(503));
    transport.push(FakeAnswer::json(200, r#"{"bees":[1],"meta":{"next":"a"}}"#));
    transport.push(FakeAnswer::json(400, r#"{"message":"no"}"#));
    let client = client(transport);
    let mut items = client.bees().cursor().items();
    assert_eq!(items.next().await.unwrap().unwrap(), 1);
    assert_eq!(items.next().await.unwrap().unwrap_err().api().unwrap()["message"], "no");
    assert!(items.next().await.is_none());
}
