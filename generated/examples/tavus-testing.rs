//! Tests a function of an application against a `FakeApi`, without a network: pages, matched requests, errors with a
//! status, and the report on a request that does not match.
//!
//! `cargo run -p conversation-apis --features testing --example tavus-testing`. In an application, `main` is absent and
//! the other functions below `end_active_conversations` are tests, with `#[tokio::test]`.

use conversation_apis::{
    AnyError, ErrorKind,
    tavus::{
        Client,
        operations::{EndConversation, EndConversationError, ListConversations},
        types::{Conversation, ListConversationsError, ListConversationsResponse},
    },
    testing::{FakeApi, sample},
};

/// The function of the application: ends all active conversations, and returns the number of those that it ended.
async fn end_active_conversations(client: &Client) -> Result<usize, AnyError> {
    let mut ended = 0;
    let mut active = client.conversations().list().status("active").items();
    while let Some(conversation) = active.next().await {
        let Some(id) = conversation?.conversation_id else {
            continue;
        };
        match client.conversations().end(&id).await {
            Ok(()) => ended += 1,
            // A participant ended it in the meantime.
            Err(error) if error.is_status(400) => {}
            Err(error) => return Err(error.erase()),
        }
    }
    Ok(ended)
}

#[tokio::main(flavor = "current_thread")]
pub async fn main() -> Result<(), Box<dyn std::error::Error>> {
    all_pages_are_ended().await?;
    error_is_returned().await?;
    unexpected_request_is_reported().await?;
    println!("all tests passed");
    Ok(())
}

/// Pages, matched requests, and an error with the status of its variant.
async fn all_pages_are_ended() -> Result<(), Box<dyn std::error::Error>> {
    let fake = FakeApi::new();
    fake.on::<ListConversations>()
        .query("status", "active")
        .pages([page(&["a", "b"]), page(&["c"])]);
    fake.on::<EndConversation>()
        .argument("conversation_id", "b")
        .fail_by_status(&EndConversationError::BadRequest(sample())) // status 400
        .times(1);
    let others = fake.on::<EndConversation>().respond(&()).times(2);

    assert_eq!(end_active_conversations(&client(&fake)?).await?, 2);
    assert_eq!(others.calls(), 2);
    fake.verify();
    Ok(())
}

/// An error with a status.
async fn error_is_returned() -> Result<(), Box<dyn std::error::Error>> {
    let fake = FakeApi::new();
    let error: ListConversationsError = sample();
    fake.on::<ListConversations>().fail(401, &error);

    let returned = end_active_conversations(&client(&fake)?).await.unwrap_err();
    assert!(returned.is_status(401));
    assert_eq!(fake.calls::<EndConversation>(), 0);
    Ok(())
}

/// A request that no expectation matches. The report on standard error shows the closest one.
async fn unexpected_request_is_reported() -> Result<(), Box<dyn std::error::Error>> {
    let fake = FakeApi::new();
    fake.on::<ListConversations>().pages([page(&["a"])]);
    fake.on::<EndConversation>()
        .argument("conversation_id", "b")
        .respond(&());

    let error = end_active_conversations(&client(&fake)?).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Request);
    println!("{error}");
    Ok(())
}

fn client(fake: &FakeApi) -> Result<Client, conversation_apis::ConfigError> {
    Client::builder()
        .api_key("key")
        .transport(fake.clone())
        .build()
}

fn page(ids: &[&str]) -> ListConversationsResponse {
    let conversation = |id: &&str| sample::<Conversation>().conversation_id(*id);
    sample::<ListConversationsResponse>().data(ids.iter().map(conversation))
}
