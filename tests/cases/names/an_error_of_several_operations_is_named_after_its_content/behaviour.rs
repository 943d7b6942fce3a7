//! An error by status that operations of several groups share is named after its statuses, and one that is the only one of
//! its group after the group. An error of one operation is named after it.

use super::Client;
use super::operations::{AntsError, CreateBeeError, ForbiddenOrNotFoundError, NotFoundOrConflictError};
use apiarist_runtime::testing::{FakeAnswer, FakeTransport};
use apiarist_runtime::{AnyError, Error};

fn client(status: u16) -> Client {
    let answer = FakeAnswer::json(status, r#"{"message":"swarm","since":"noon"}"#);
    Client::builder().transport(FakeTransport::new().answer(answer)).build().expect("a client")
}

#[tokio::test]
async fn error_types_are_named_after_statuses_group_or_operation() {
    let error: Error<ForbiddenOrNotFoundError> = client(403).bees().list().await.expect_err("an error");
    assert!(matches!(error.api(), Some(ForbiddenOrNotFoundError::Forbidden(problem)) if problem.message == "swarm"));
    let error: Error<ForbiddenOrNotFoundError> = client(404).wasps().list().await.expect_err("an error");
    assert!(matches!(error.api(), Some(ForbiddenOrNotFoundError::NotFound(gone)) if gone.since == "noon"));
    let error: Error<CreateBeeError> = client(404).bees().create().await.expect_err("an error");
    assert!(matches!(error.api(), Some(CreateBeeError::NotFound(gone)) if gone.since == "noon"));
    let error: Error<NotFoundOrConflictError> = client(409).wasps().delete_all().await.expect_err("an error");
    assert!(matches!(error.api(), Some(NotFoundOrConflictError::Conflict(gone)) if gone.since == "noon"));
    let error: Error<AntsError> = client(400).ants().list().await.expect_err("an error");
    assert!(matches!(error.api(), Some(AntsError::BadRequest(problem)) if problem.message == "swarm"));
    let erased: AnyError = error.into();
    assert!(erased.api_as::<AntsError>().is_some());
}
