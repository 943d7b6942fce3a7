//! The status selects the type of the error body.

use super::Client;
use super::operations::CreateTransferError;
use super::types::CreateTransferBody;
use apiarist_runtime::testing::FakeAnswer;
use apiarist_runtime::{RequestOptions, RetryPolicy};
use apiarist_tests::wire::faked;

async fn failure(answer: FakeAnswer) -> Option<CreateTransferError> {
    let (client, _) = faked(answer, |transport| Client::builder().transport(transport).build());
    let call = client.transfers().create(&CreateTransferBody::new(5)).options(RequestOptions::default().retries(RetryPolicy::none()));
    call.await.err().and_then(|error| error.into_api())
}

#[tokio::test]
async fn each_status_has_its_variant() {
    let bad = failure(FakeAnswer::json(400, r#"{"fields":{"amount":"too small"}}"#)).await;
    assert!(matches!(bad, Some(CreateTransferError::BadRequest(bad)) if bad.fields["amount"] == "too small"));
    let conflict = failure(FakeAnswer::json(409, r#"{"transfer_id":"t1"}"#)).await;
    assert!(matches!(conflict, Some(CreateTransferError::Conflict(conflict)) if conflict.transfer_id == "t1"));
    let broken = failure(FakeAnswer::new(503).header("content-type", "text/plain").chunk("Try again.")).await;
    assert!(matches!(broken, Some(CreateTransferError::ServerError(text)) if text == "Try again."));
    let other = failure(FakeAnswer::json(422, r#"{"message":"no"}"#)).await;
    assert!(matches!(other, Some(CreateTransferError::Default(other)) if other.message == "no"));
}

#[tokio::test]
async fn success_is_not_an_error_variant() {
    let answer = FakeAnswer::json(201, r#"{"id":"t1"}"#);
    let (client, _) = faked(answer, |transport| Client::builder().transport(transport).build());
    let transfer = client.transfers().create(&CreateTransferBody::new(5)).await.expect("it is made");
    assert_eq!(transfer.id, "t1");
}
