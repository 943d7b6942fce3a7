//! Parameters with a media type.

use super::Client;
use super::types::Filter;
use apiarist_runtime::testing::FakeAnswer;
use apiarist_tests::wire::{faked, query};
use serde_json::{Value, json};

#[tokio::test]
async fn value_is_json() {
    let (client, transport) = faked(FakeAnswer::new(204), |transport| Client::builder().transport(transport).build());
    client.grid().get(&Filter::new("a").values([1, 2])).sort(["x", "y"]).await.expect("it is answered");
    let request = transport.last_request().expect("a request was sent");
    let query = query(&request);
    assert_eq!(query.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["filter", "sort"]);
    let values: Vec<Value> = query.iter().map(|(_, value)| value.parse().expect("it is JSON")).collect();
    assert_eq!(values, [json!({"column": "a", "values": [1, 2]}), json!(["x", "y"])]);
}
