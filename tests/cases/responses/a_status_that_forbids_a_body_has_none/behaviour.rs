//! Statuses that forbid a body ignore a declared one. 304 is a typed error.

use super::Client;
use super::operations::{AddWeirOutcome, GetWeirError};
use apiarist_runtime::testing::{FakeAnswer, FakeTransport};

fn client(answer: FakeAnswer) -> Client {
    Client::builder().transport(FakeTransport::new().answer(answer)).build().expect("it is complete")
}

#[tokio::test]
async fn success_without_a_body_succeeds() {
    client(FakeAnswer::new(204)).weirs().remove().await.expect("it is removed");
    client(FakeAnswer::new(205)).weirs().reset().await.expect("it is reset");
    client(FakeAnswer::new(200)).weirs().probe().await.expect("it is there");
    assert_eq!(client(FakeAnswer::new(204)).weirs().add().await.expect("it is added"), AddWeirOutcome::NoContent);
    let added = client(FakeAnswer::json(201, r#"{"id":"w"}"#)).weirs().add().await.expect("it is added");
    assert!(matches!(added, AddWeirOutcome::Created(weir) if weir.id == "w"));
}

#[tokio::test]
async fn not_modified_is_a_typed_error() {
    let error = client(FakeAnswer::new(304).header("etag", "\"x\"")).weirs().get().await.expect_err("it is no success");
    assert_eq!(error.status().map(|status| status.as_u16()), Some(304));
    assert_eq!(error.headers().and_then(|headers| headers.get("etag")).expect("it was sent"), "\"x\"");
    assert_eq!(error.into_api(), Some(GetWeirError::NotModified));
}
