//! Tests that the client iterates over all pages of the fake API, whatever the pagination rules.

use std::panic::AssertUnwindSafe;

use apiarist_runtime::{
    Object, OperationSpec, PagedOperation, Value,
    codegen::{CallBuilder as _, ClientDescription, Json, Paging},
    testing::{FakeApi, FakeClock},
};
use serde_json::json;

use crate::mini_client::{Call, client, operations};

const DESCRIPTION: ClientDescription = ClientDescription::new("bees", "bees").base_url("https://api.bees.test/v1");

client! {
    DESCRIPTION;
    group bees: Bees {}
}

/// A page whose cursor must be an integer.
#[derive(Clone, Debug, PartialEq, Object)]
#[object(new)]
pub struct Numbered {
    pub bees: Vec<i64>,
    pub next: Option<i64>,
}

macro_rules! paged {
    ($($function:ident $marker:ident $method:ident $page:ty, $paging:expr;)*) => {
        impl Bees<'_> {
            $(
                fn $function(self) -> Call<$marker> {
                    Call::new(self.core, &[])
                }
            )*
        }
        operations! {
            $(
                $marker -> Result<Json<$page>, Json<Value>> = OperationSpec::new("bees").$method("/bees");
            )*
        }
        $(
            impl PagedOperation for $marker {
                type Item = Value;
                const PAGING: &'static Paging = &$paging;
            }
        )*
    };
}
paged! {
    cursor Cursor get Value, Paging::cursor("page[after]", "/meta/next").items("/bees").more("/more");
    in_body InBody post Value, Paging::cursor("/page/after", "/next").items("/bees");
    numbered NumberedPages get Numbered, Paging::cursor("after", "/next").items("/bees");
    last_item LastItem get Value, Paging::last_item("after", "/id").items("/bees");
    number Number get Value, Paging::page_number("page", 1).items("/bees").size("limit", 3, 10);
    total Total get Value, Paging::page_number("page", 0).items("/bees").total("/total").size("limit", 20, 100);
    counted Counted get Value, Paging::page_number("page", 1).items("/bees").total_pages("/pages").current("/page");
    offset Offset get Value, Paging::offset("skip").items("/bees");
    url Url get Value, Paging::next_url("/next").items("/bees");
    link Link get Value, Paging::link_header();
}

fn client(fake: &FakeApi) -> Client {
    Client::builder().transport(fake.clone()).clock(FakeClock::new()).build().unwrap()
}

/// Iterates twice over the items of an operation, and returns those of the second time.
macro_rules! items {
    ($marker:ident, $function:ident, $pages:expr $(, $query:expr)?) => {{
        let fake = FakeApi::new();
        let client = client(&fake);
        fake.on::<$marker>().pages($pages);
        let mut all = Vec::new();
        for _ in 0..2 {
            all.clear();
            let call = client.bees().$function();
            $( let call = call.query($query.0, &$query.1); )?
            let mut items = call.items();
            while let Some(item) = items.next().await {
                all.push(item.unwrap());
            }
        }
        fake.verify();
        Value::from(all)
    }};
}

#[tokio::test]
async fn all_items_are_yielded() {
    let pages = || [json!({"bees": [1, 2]}), json!({"bees": [3, 4]}), json!({"bees": [5]})];
    let all = json!([1, 2, 3, 4, 5]);
    assert_eq!(items!(Cursor, cursor, pages()), all);
    assert_eq!(
        items!(
            Cursor,
            cursor,
            &[json!({"bees": [1], "meta": {"next": "own"}}), json!({"bees": [2], "meta": {"next": "own"}}), json!({})]
        ),
        json!([1, 2])
    );
    assert_eq!(items!(InBody, in_body, pages()), all);
    let numbered = [Numbered::new([1, 2]), Numbered::new([3, 4]), Numbered::new([5])];
    assert_eq!(items!(NumberedPages, numbered, numbered), all);
    assert_eq!(items!(Number, number, pages(), ("limit", 2)), all);
    assert_eq!(items!(Total, total, pages()), all);
    assert_eq!(items!(Total, total, &pages()[..1]), json!([1, 2]));
    assert_eq!(items!(Counted, counted, pages()), all);
    assert_eq!(items!(Offset, offset, pages()), all);
    assert_eq!(items!(Url, url, pages()), all);
    assert_eq!(items!(Link, link, [json!([1, 2]), json!([3]), json!([])]), json!([1, 2, 3]));
    let with_ids = [json!({"bees": [{"id": "a"}, {"id": "b"}]}), json!({"bees": [{"id": "c"}]})];
    assert_eq!(items!(LastItem, last_item, with_ids), json!([{"id": "a"}, {"id": "b"}, {"id": "c"}]));
}

#[tokio::test]
async fn page_that_would_end_the_iteration_is_reported() {
    let fake = FakeApi::new();
    let client = client(&fake);
    fake.on::<Number>().pages([json!({"bees": [1, 2]}), json!({"bees": [3, 4]})]);
    let mut items = client.bees().number().items();
    let message = items.next().await.unwrap().unwrap_err().to_string();
    let expected =
        "page 1 has 2 items, fewer than a full page of 3, so the client takes it for the last one; set `limit` to 2";
    assert!(message.contains(expected), "{message}");

    type Register = fn(&FakeApi);
    let rows: [(Register, &str); 4] = [
        (|fake| drop(fake.on::<Number>().pages([json!({"bees": [1]}), json!({"bees": []})])), "a page without items"),
        (
            |fake| drop(fake.on::<Offset>().pages([json!({"bees": [1]}), json!({"bees": [1]})])),
            "pages 1 and 2 must not be equal",
        ),
        (|fake| drop(fake.on::<LastItem>().pages([json!({"bees": [1]}), json!({})])), "must have the property `/id`"),
        (|fake| drop(fake.on::<Cursor>().pages::<Value>([])), "there must be at least one page"),
    ];
    for (register, expected) in rows {
        let panic = std::panic::catch_unwind(AssertUnwindSafe(|| register(&fake))).unwrap_err();
        let message = panic.downcast_ref::<String>().unwrap();
        assert!(message.contains(expected), "{message}");
    }
}
