//! An error by status is named after its operation. What several operations share is one type, named after its statuses.

use super::Client;
use super::operations::shared::{BadRequestOrNotFoundError, ForbiddenOrNotFoundError, NotFoundOrConflictError};
use super::operations::{CreateBeeError, DeleteWaspsError, ListAntsError, ListBeesError, ListWaspsError};
use apiarist_runtime::testing::{FakeAnswer, FakeTransport};
use apiarist_runtime::{AnyError, Error};

fn client(status: u16) -> Client {
    let answer = FakeAnswer::json(status, r#"{"message":"swarm","since":"noon"}"#);
    Client::builder().transport(FakeTransport::new().answer(answer)).build().expect("a client")
}

#[tokio::test]
async fn error_types_are_named_after_their_operation() {
    let error: Error<ListBeesError> = client(403).bees().list().await.expect_err("an error");
    assert!(matches!(error.api(), Some(ForbiddenOrNotFoundError::Forbidden(problem)) if problem.message == "swarm"));
    let error: Error<ListWaspsError> = client(404).wasps().list().await.expect_err("an error");
    assert!(matches!(error.api(), Some(ForbiddenOrNotFoundError::NotFound(gone)) if gone.since == "noon"));
    let error: Error<CreateBeeError> = client(404).bees().create().await.expect_err("an error");
    assert!(matches!(error.api(), Some(CreateBeeError::NotFound(gone)) if gone.since == "noon"));
    let error: Error<DeleteWaspsError> = client(409).wasps().delete_all().await.expect_err("an error");
    assert!(matches!(error.api(), Some(NotFoundOrConflictError::Conflict(gone)) if gone.since == "noon"));
    let error: Error<ListAntsError> = client(400).ants().list().await.expect_err("an error");
    assert!(matches!(error.api(), Some(ListAntsError::BadRequest(problem)) if problem.message == "swarm"));
    let erased: AnyError = error.into();
    assert!(erased.api_as::<BadRequestOrNotFoundError>().is_some());
}
