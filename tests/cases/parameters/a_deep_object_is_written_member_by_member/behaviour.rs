//! Objects in queries.

use super::Client;
use super::types::{ListChargesCreated, ListChargesPage};
use apiarist_runtime::testing::FakeAnswer;
use apiarist_tests::wire::{faked, query};
use std::collections::BTreeMap;

#[tokio::test]
async fn deep_object_properties_use_brackets() {
    let (client, transport) = faked(FakeAnswer::new(204), |transport| Client::builder().transport(transport).build());
    let created = ListChargesCreated::default().gt(10).lte(20);
    let metadata = BTreeMap::from([("order id".to_owned(), "a&b".to_owned())]);
    client.charges().list().created(&created).metadata(&metadata).await.expect("it is answered");
    let request = transport.last_request().expect("a request was sent");
    let expected = [("created[gt]", "10"), ("created[lte]", "20"), ("metadata[order id]", "a&b")];
    assert_eq!(query(&request), expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
}

#[tokio::test]
async fn form_properties_are_separate_parameters() {
    let (client, transport) = faked(FakeAnswer::new(204), |transport| Client::builder().transport(transport).build());
    client.charges().list().page(&ListChargesPage::default().size(5).after("c1")).await.expect("it is answered");
    let request = transport.last_request().expect("a request was sent");
    assert_eq!(request.path_and_query(), "/charges?size=5&after=c1");
}
