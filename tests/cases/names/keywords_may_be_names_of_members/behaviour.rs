//! Properties named like keywords.

use super::Client;
use super::types::Fn;
use apiarist_runtime::testing::FakeAnswer;
use apiarist_tests::wire::{faked, round_trip};
use serde_json::{Value, json};

fn keywords() -> Value {
    json!({
        "type": "a", "self": "b", "Self": "c", "crate": "d", "super": "e", "await": "f", "gen": "g", "new": "h",
        "_": "i", "try": "impl"
    })
}

#[tokio::test]
async fn keywords_are_sent_unchanged() {
    let (client, transport) = faked(FakeAnswer::new(204), |transport| Client::builder().transport(transport).build());
    let body: Fn = round_trip(keywords());
    client.r#mod().r#match("for", &body).r#async(true).await.expect("it is done");
    let request = transport.last_request().expect("a request was sent");
    assert_eq!(request.path_and_query(), "/match/for?async=true");
    assert_eq!(request.json(), keywords());
}
