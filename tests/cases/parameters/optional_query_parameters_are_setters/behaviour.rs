//! Queries contain the parameters that were set, in order.

use super::Client;
use super::types::{ListInvoicesIncludeItem, ListInvoicesOrder};
use apiarist_runtime::DateTime;
use apiarist_runtime::testing::{FakeAnswer, FakeTransport};
use apiarist_tests::wire::{faked, query};

fn client() -> (Client, FakeTransport) {
    faked(FakeAnswer::new(204), |transport| Client::builder().transport(transport).build())
}

#[tokio::test]
async fn unset_parameters_are_not_sent() {
    let (client, transport) = client();
    client.invoices().list().await.expect("it is answered");
    let request = transport.last_request().expect("a request was sent");
    assert_eq!(request.url, "https://api.example.com/invoices");
    assert!(request.body.is_empty());
    assert_eq!(request.header("content-type"), None);
}

#[tokio::test]
async fn scalars_are_sent_as_plain_text() {
    let (client, transport) = client();
    client.invoices().list().limit(5).paid(true).min_total(1.5).await.expect("it is answered");
    let request = transport.last_request().expect("a request was sent");
    assert_eq!(request.path_and_query(), "/invoices?limit=5&paid=true&minTotal=1.5");
}

#[tokio::test]
async fn text_is_percent_encoded() {
    let (client, transport) = client();
    let call = client.invoices().list();
    let call = call.created_after(&DateTime::from_text("2024-05-01T10:00:00+02:00")).filter_customer("c&d=1 +\u{e9}");
    call.order(ListInvoicesOrder::Desc).await.expect("it is answered");
    let request = transport.last_request().expect("a request was sent");
    assert_eq!(
        query(&request),
        [("created_after", "2024-05-01T10:00:00+02:00"), ("filter[customer]", "c&d=1 +\u{e9}"), ("order", "desc")]
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
    );
    assert!(request.url.is_ascii());
}

#[tokio::test]
async fn arrays_repeat_the_name() {
    let (client, transport) = client();
    let include = [ListInvoicesIncludeItem::Lines, ListInvoicesIncludeItem::from("payments")];
    client.invoices().list().include(include).await.expect("it is answered");
    let request = transport.last_request().expect("a request was sent");
    assert_eq!(query(&request), [("include[]", "lines"), ("include[]", "payments")].map(|(name, value)| (name.to_owned(), value.to_owned())));
}
