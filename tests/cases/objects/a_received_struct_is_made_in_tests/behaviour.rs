//! With the feature `testing`, responses have constructors and setters like requests.

use super::Client;
use super::types::{Hive, Queen};
use apiarist_runtime::DateTime;
use apiarist_runtime::testing::{FakeAnswer, FakeTransport};
use serde_json::json;

fn hive() -> Hive {
    Hive::new("h1", "calm", true, None)
        .set_default("north")
        .queen(Queen::new().name("Maja"))
        .visits([Queen::new()])
        .left(DateTime::from_text("2026-05-01T10:00:00Z"))
}

#[test]
fn constants_are_written() {
    assert_eq!(
        serde_json::to_value(hive()).expect("it is written"),
        json!({
            "object": "hive", "id": "h1", "mood": "calm", "new": true, "weight": null, "default": "north",
            "queen": {"name": "Maja"}, "visits": [{}], "left": "2026-05-01T10:00:00Z"
        })
    );
}

#[tokio::test]
async fn fake_transport_responds_with_it() {
    let body = serde_json::to_vec(&hive()).expect("it is written");
    let transport = FakeTransport::new().answer(FakeAnswer::json(200, body));
    let client = Client::builder().transport(transport).build().expect("a client");
    assert_eq!(client.hives().get("h1").await.expect("it is read"), hive());
}
