//! An error event has a body of the operation's error type, even if the type depends on the status.

use super::Client;
use super::operations::WatchWaspsError;
use super::types::{Bee, Problem};
use apiarist_runtime::testing::{FakeAnswer, FakeTransport};
use apiarist_runtime::{AnyError, Error, EventStream};

fn client(text: &'static str) -> Client {
    let transport = FakeTransport::new();
    transport.push(FakeAnswer::events(text));
    Client::builder().transport(transport).build().expect("a client")
}

#[tokio::test]
async fn error_event_has_the_error_type_of_the_operation() {
    let client = client("data: {\"name\":\"Ada\"}\n\nevent: error\ndata: {\"message\":\"swarm\"}\n\n");
    let mut events: EventStream<Bee, Problem> = client.bees().watch().await.expect("a stream");
    assert_eq!(events.next().await.expect("an event").expect("a bee").name, "Ada");
    let error: Error<Problem> = events.next().await.expect("an event").expect_err("an error");
    assert_eq!(error.api().map(|problem| problem.message.as_str()), Some("swarm"));
}

#[tokio::test]
async fn status_in_an_event_selects_the_error_variant() {
    const ERRORS: &str = concat!(
        "data: {\"error\":{\"code\":429,\"seconds\":5}}\n\n",
        "data: {\"error\":{\"code\":500,\"message\":\"swarm\"}}\n\n",
        "data: {\"error\":\"rain\"}\n\n",
    );
    let mut events = client(ERRORS).wasps().watch().stream().await.expect("a stream");
    let mut found = Vec::new();
    while let Some(event) = events.next().await {
        found.push(event.expect_err("an error").into_api().expect("a body"));
    }
    let [WatchWaspsError::TooManyRequests(limit), WatchWaspsError::InternalServerError(problem), other] = &found[..]
    else {
        panic!("{found:?}")
    };
    assert_eq!((limit.seconds, problem.message.as_str()), (5, "swarm"));
    assert!(matches!(other, WatchWaspsError::Other(value) if value["error"] == "rain"), "{other:?}");
}

#[tokio::test]
async fn any_error_unifies_the_operations_of_both_groups() {
    async fn all(client: &Client) -> Result<(), AnyError> {
        let mut bees = client.bees().watch().await?;
        while let Some(bee) = bees.next().await {
            bee?;
        }
        client.wasps().watch().await?;
        Ok(())
    }
    let error = all(&client("event: error\ndata: {\"message\":\"swarm\"}\n\n")).await.expect_err("an error");
    assert_eq!(error.api_as::<Problem>().map(|problem| problem.message.as_str()), Some("swarm"));
    assert!(all(&client("data: {\"name\":\"Ada\"}\n\n")).await.expect_err("an error").api_as::<Problem>().is_none());
}
