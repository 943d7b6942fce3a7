//! Response headers, decoded as the types in the document.

use apiarist_test_support::loopback::Answer;
use apiarist_tests::responses::headers_of_answers_have_types as pages;
use apiarist_tests::wire_table::answers_of_every_kind::{Client, operations::HeadBee};
use pages::operations::ListPages;
use serde_json::json;

use crate::played::{failed, seen};
use crate::table::{Row, outcome, rows};

fn head(name: &str, value: &str) -> Answer {
    Answer::empty(200).header(name, value)
}

fn page(name: &str, value: &str) -> Answer {
    Answer::json(200, &json!([{"number": 1}])).header(name, value)
}

/// Returns the rows of this file.
pub fn rows() -> Vec<Row> {
    let mut rows = rows! {
        Client, client;
        seen(client.answers().head_bee(), |head| head.header(HeadBee::X_COUNT)), head("x-count", "7")
            => outcome("Ok(Some(7))");
        seen(client.answers().head_bee(), |head| head.header(HeadBee::X_COUNT)), head("x-other", "7")
            => outcome("Ok(None)");
        seen(client.answers().head_bee(), |head| head.header(HeadBee::X_COUNT).map_err(|error| error.to_string())), head("x-count", "many")
            => outcome("Err(\"the header `X-Count` is not a valid i64: many\")");
        seen(client.answers().head_bee(), |head| head.header(HeadBee::X_WHEN)), head("x-when", "2024-02-29T12:00:00Z")
            => outcome("Ok(Some(DateTime(\"2024-02-29T12:00:00Z\")))");
        seen(client.answers().head_bee(), |head| head.header(HeadBee::X_LIST)), head("x-list", "1, 2,3")
            => outcome("Ok(Some([1, 2, 3]))");
        seen(client.answers().head_bee(), |head| head.header(HeadBee::X_LIST)), head("x-list", "")
            => outcome("Ok(Some([]))");
        seen(client.answers().head_bee(), |head| head.header(HeadBee::X_YES)), head("x-yes", "true")
            => outcome("Ok(Some(true))");
        seen(client.answers().head_bee(), |head| head.header(HeadBee::X_ROW)), head("x-row", "code,7")
            => outcome("Ok(Some(Code { code: 7 }))");
        seen(client.answers().head_bee(), |head| head.request_id().map(str::to_owned)), head("x-request-id", "r1")
            => outcome("Some(\"r1\")");
        client.answers().get_bee(), Answer::empty(404).header("x-request-id", "r1")
            => outcome("error: getBee failed: 404 Not Found (request r1)");
    };
    rows.extend(rows! {
        pages::Client, client;
        seen(client.pages().list(), |page| page.header(ListPages::X_RATE_LIMIT_REMAINING)), page("x-ratelimit-remaining", "7")
            => ("GET /pages", "Ok(Some(7))");
        seen(client.pages().list(), |page| page.header(ListPages::LINK)), page("link", "</a>, </b>")
            => outcome("Ok(Some(\"</a>, </b>\"))");
        seen(client.pages().list(), |page| page.header(ListPages::X_TAGS)), page("x-tags", "a, b")
            => outcome("Ok(Some([\"a\", \"b\"]))");
        seen(client.pages().list(), |page| page.header(ListPages::X_ORDER)), page("x-order", "newest")
            => outcome("Ok(Some(Unknown(\"newest\")))");
        seen(client.pages().list(), |page| page.header(ListPages::X_PAGE)), page("x-page", "{\"number\":3}")
            => outcome("Ok(Some(Page { number: 3 }))");
        seen(client.pages().list(), |page| page.header(ListPages::X_PAGE).map_err(|error| error.to_string())), page("x-page", "{")
            => outcome("Err(\"the header `X-Page` is not a valid Page: {\")");
        failed(client.pages().list(), |error| error.header(ListPages::X_RESET)), Answer::empty(429).header("x-reset", "1.5")
            => outcome("Ok(Some(1.5))");
    });
    rows
}
