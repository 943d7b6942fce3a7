//! JSON bodies of any type.

use super::Client;
use super::types::CreateWebhookBody;
use apiarist_runtime::testing::FakeAnswer;
use apiarist_tests::wire::faked;
use serde_json::{Value, json};

#[tokio::test]
async fn objects_arrays_and_any_values_are_sent() {
    let (client, transport) = faked(FakeAnswer::new(204), |transport| Client::builder().transport(transport).build());
    transport.push(FakeAnswer::new(204));
    transport.push(FakeAnswer::new(204));
    let webhooks = client.webhooks();
    webhooks.create(&CreateWebhookBody::new("https://example.com/hook")).await.expect("it is created");
    webhooks.create_webhooks(&["a".to_owned(), "b".to_owned()]).await.expect("they are created");
    webhooks.import(&json!({"any": ["thing", null]})).await.expect("they are imported");
    let requests = transport.requests();
    let bodies: Vec<Value> = requests.iter().map(|request| request.json()).collect();
    assert_eq!(bodies, [json!({"url": "https://example.com/hook"}), json!(["a", "b"]), json!({"any": ["thing", null]})]);
    for request in &requests {
        assert_eq!(request.method, "POST");
        assert!(request.header("content-type").is_some_and(|value| value.starts_with("application/json")));
    }
}
