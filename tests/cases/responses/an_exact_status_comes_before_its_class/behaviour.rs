//! The exact status takes precedence over its class, and the class over `default`, regardless of their order.

use super::Client;
use super::operations::{GetWheelError, ListMillsError, ListMillsOutcome};
use apiarist_runtime::testing::{FakeAnswer, FakeTransport};

fn client(status: u16, body: &str) -> Client {
    let transport = FakeTransport::new().answer(FakeAnswer::json(status, body.to_owned()));
    Client::builder()
        .transport(transport)
        .retries(apiarist_runtime::RetryPolicy::none())
        .build()
        .expect("it is complete")
}

#[tokio::test]
async fn exact_success_status_takes_precedence() {
    let list = async |status, body| client(status, body).mills().list().await.expect("a success");
    assert!(matches!(list(200, r#"{"id":"m"}"#).await, ListMillsOutcome::Success(mill) if mill.id == "m"));
    assert!(matches!(list(299, r#"{"id":"m"}"#).await, ListMillsOutcome::Success(mill) if mill.id == "m"));
    assert!(matches!(list(202, r#"{"ticket":"t"}"#).await, ListMillsOutcome::Accepted(ticket) if ticket.ticket == "t"));
    assert_eq!(list(204, "").await, ListMillsOutcome::NoContent);
}

#[tokio::test]
async fn exact_error_status_takes_precedence() {
    let list = async |status, body| client(status, body).mills().list().await.expect_err("an error").into_api();
    assert!(
        matches!(list(404, r#"{"what":"x"}"#).await, Some(ListMillsError::NotFound(missing)) if missing.what == "x")
    );
    assert!(
        matches!(list(400, r#"{"title":"x"}"#).await, Some(ListMillsError::ClientError(fault)) if fault.title == "x")
    );
    assert!(matches!(list(500, r#"{"code":1}"#).await, Some(ListMillsError::Default(fault)) if fault.code == 1));
    let wheel = client(404, r#"{"what":"x"}"#).mills().get_wheel().await.expect_err("an error").into_api();
    assert!(matches!(wheel, Some(GetWheelError::NotFound(missing)) if missing.what == "x"));
}
