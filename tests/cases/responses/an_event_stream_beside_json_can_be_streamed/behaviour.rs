//! An operation that returns JSON or an event stream.

use super::Client;
use super::types::CreateCompletionBody;
use apiarist_runtime::testing::FakeAnswer;
use apiarist_tests::wire::faked;

#[tokio::test]
async fn response_can_be_awaited() {
    let answer = FakeAnswer::json(200, r#"{"text":"Hello"}"#);
    let (client, transport) = faked(answer, |transport| Client::builder().transport(transport).build());
    let completion = client.completions().create(&CreateCompletionBody::new("Hi")).await.expect("it is answered");
    assert_eq!(completion.text, "Hello");
    let request = transport.last_request().expect("a request was sent");
    assert_eq!(request.header("accept"), Some("application/json"));
}

#[tokio::test]
async fn response_can_be_streamed() {
    let answer = FakeAnswer::events("data: {\"delta\":\"Hel\"}\n\nda").chunk("ta: {\"delta\":\"lo\"}\n\ndata: [DONE]\n\n");
    let (client, transport) = faked(answer, |transport| Client::builder().transport(transport).build());
    let body = CreateCompletionBody::new("Hi").stream(true);
    let mut events = client.completions().create(&body).stream().await.expect("it is answered");
    let mut text = String::new();
    while let Some(chunk) = events.next().await {
        text.push_str(&chunk.expect("it can be read").delta);
    }
    assert_eq!(text, "Hello");
    let request = transport.last_request().expect("a request was sent");
    assert!(request.header("accept").is_some_and(|accept| accept.starts_with("text/event-stream")));
}
