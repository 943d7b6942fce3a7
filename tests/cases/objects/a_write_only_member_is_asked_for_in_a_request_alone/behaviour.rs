//! Write-only properties belong to requests, and read-only properties to responses.

use super::Client;
use super::types::{AddPhotoBody, Guard, Keeper, Login};
use apiarist_runtime::Maybe;
use apiarist_runtime::testing::{FakeAnswer, FakeTransport};
use apiarist_tests::wire::{encode, round_trip};
use serde_json::json;

#[test]
fn request_requires_write_only_properties() {
    let keeper = Keeper::new("Maja", "secret", None, [1, 2]);
    assert_eq!(encode(&keeper), json!({"name": "Maja", "password": "secret", "recovery": null, "pins": [1, 2]}));
    let guard = Guard::new("Willy", "secret", Some("honey".to_owned()), [3], 7);
    let sent = json!({"name": "Willy", "password": "secret", "recovery": "honey", "pins": [3], "code": 7});
    assert_eq!(encode(&guard), sent);
}

#[test]
fn response_accepts_write_only_properties() {
    let received = json!({"id": "1", "status": {"text": "new"}, "link": {"href": "/1"}, "parent": null, "name": "Maja"});
    let keeper: Keeper = serde_json::from_value(received).expect("nothing write-only is needed");
    assert_eq!((keeper.id.as_deref(), keeper.password, keeper.recovery), (Some("1"), None, Maybe::Absent));
    let echoed: Keeper = round_trip(json!({"name": "Maja", "password": "x", "recovery": null, "pins": []}));
    assert_eq!((echoed.password.as_deref(), echoed.recovery), (Some("x"), Maybe::Null));
}

#[tokio::test]
async fn forms_omit_read_only_properties() {
    let transport = FakeTransport::new().answer(FakeAnswer::new(204)).answer(FakeAnswer::new(204));
    let client = Client::builder().transport(transport.clone()).build().expect("it can be built");
    client.logins().login(&Login::new("maja", "secret")).await.expect("it is answered");
    assert_eq!(transport.last_request().expect("it was sent").text(), "user=maja&password=secret");
    client.photos().add(&AddPhotoBody::new("A hive", "c")).await.expect("it is answered");
    let sent = transport.last_request().expect("it was sent").text();
    assert!(sent.contains("A hive") && sent.contains("name=\"code\"") && !sent.contains("name=\"id\""), "{sent}");
}
