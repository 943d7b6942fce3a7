//! Tests the orq.ai client: a bearer token, fractional numbers as timestamps, and replies as event streams.

use std::sync::LazyLock;

use apiarist_test_support::loopback::Answer;
use apiarist_tests::{
    examples::Examples,
    exchange::{Connection, exchange, one_exchange},
    wire::{decode, round_trip},
};
use conversation_apis::orq::{Client, types};
use conversation_apis::{
    ErrorKind,
    testing::{FakeAnswer, FakeClock, FakeTransport},
};
use serde_json::{Value, json};

use crate::document;
use crate::example_program::{ExampleProgram, lines};
use crate::secrets::assert_hidden;

#[rustfmt::skip] // It is formatted in its own folder, to another width.
#[path = "../../../generated/examples/orq.rs"]
mod example;
mod replies;

const KEY: &str = "orq-token-31";
const SENT: &[(&str, &str)] = &[("authorization", "Bearer orq-token-31"), ("accept", "application/json")];

static DOCUMENT: LazyLock<Value> = LazyLock::new(|| document("orq/openapi.json"));

fn example(name: &str) -> Value {
    Examples::of(&DOCUMENT).take(name)
}

fn client(connection: &Connection) -> Client {
    connect!(Client::builder().base_url(connection.base_url()).api_key(KEY), connection)
}

fn reply_body() -> types::CreateConversationResponseBody {
    decode(example("CreateConversationResponse request"))
}

#[tokio::test]
async fn conversations_are_listed_by_cursor() {
    let answer = Answer::json(200, &example("ListConversations 200"));
    let (request, found) = one_exchange(client, answer.clone(), async |client| {
        client.conversations().list().limit(100).starting_after("conv_a&b").ending_before("conv_z").await.unwrap()
    })
    .await;
    request.check("GET /v2/conversations?limit=100&starting_after=conv_a%26b&ending_before=conv_z", SENT, None);
    assert!(!found.has_more);
    assert_eq!(found.data.len(), 1);
    assert_eq!(found.data[0].id.as_deref(), Some("conv_01kbmyap3tm1mfnr0pkr4xp01j"));
    assert_eq!(found.data[0].created_at, 1_764_860_713_827.0);

    let (request, _) = one_exchange(client, answer, async |client| client.conversations().list().await.unwrap()).await;
    request.check("GET /v2/conversations", SENT, None);
}

#[tokio::test]
async fn conversation_is_created() {
    let body = types::CreateConversationBody::new("Refund for order 1042");
    let answer = Answer::json(201, &example("CreateConversation 201"));
    let (request, (status, created)) = one_exchange(client, answer, async |client| {
        let response = client.conversations().create(&body).with_response().await.unwrap();
        (response.status().as_u16(), response.into_body())
    })
    .await;
    request.check("POST /v2/conversations", SENT, Some(&example("CreateConversation request")));
    assert_eq!((status, created.display_name.as_str()), (201, "Refund for order 1042"));
}

#[tokio::test]
async fn conversation_is_read() {
    let answer = Answer::json(200, &example("RetrieveConversation 200"));
    let (request, found) =
        one_exchange(client, answer, async |client| client.conversations().retrieve("conv_1").await.unwrap()).await;
    request.check("GET /v2/conversations/conv_1", SENT, None);
    assert_eq!(found.created_by_id.as_deref(), Some("user_7d1b"));
}

#[tokio::test]
async fn conversation_is_renamed() {
    let body = types::UpdateConversationBody::default().display_name("Refund, order 1042");
    let answer = Answer::json(200, &example("UpdateConversation 200"));
    let (request, found) =
        one_exchange(client, answer, async |client| client.conversations().update("conv_1", &body).await.unwrap())
            .await;
    request.check("PATCH /v2/conversations/conv_1", SENT, Some(&example("UpdateConversation request")));
    assert_eq!(found.updated_at, 1_764_860_713_827.0);
}

#[tokio::test]
async fn conversation_is_deleted() {
    let (request, ()) = one_exchange(client, Answer::empty(204), async |client| {
        client.conversations().delete("conv_1").await.unwrap();
    })
    .await;
    request.check("DELETE /v2/conversations/conv_1", SENT, None);
}

#[tokio::test]
async fn conversation_is_named_by_a_model() {
    let body = types::GenerateConversationNameBody::new("The customer asks for a refund of order 1042.");
    let answer = Answer::json(200, &example("GenerateConversationName 200"));
    let (request, found) = one_exchange(client, answer, async |client| {
        client.conversations().generate_name("conv_1", &body).await.unwrap()
    })
    .await;
    request.check(
        "POST /v2/conversations/conv_1/generate-name",
        SENT,
        Some(&example("GenerateConversationName request")),
    );
    assert_eq!(found.display_name, "Refund for order 1042");
}

#[test]
fn every_example_round_trips() {
    let mut examples = Examples::of(&DOCUMENT);
    let _: types::ListConversationsResponse = examples.decode("ListConversations 200");
    let _: types::CreateConversationBody = examples.decode("CreateConversation request");
    let _: types::UpdateConversationBody = examples.decode("UpdateConversation request");
    let _: types::GenerateConversationNameBody = examples.decode("GenerateConversationName request");
    let _: types::CreateConversationResponseBody = examples.decode("CreateConversationResponse request");
    for name in [
        "CreateConversation 201",
        "RetrieveConversation 200",
        "UpdateConversation 200",
        "GenerateConversationName 200",
        "ConversationResponse",
    ] {
        let _: types::ConversationResponse = examples.decode(name);
    }
    for operation in ["RetrieveConversation", "UpdateConversation", "DeleteConversation", "GenerateConversationName"] {
        let error: types::ErrorResponse = examples.decode(&format!("{operation} 404"));
        assert_eq!(error.message, "Conversation not found");
    }
    let _: types::ErrorResponse = examples.decode("GenerateConversationName 400");
    let _: types::UserMessageRequest = examples.decode("UserMessageRequest");
    let _: types::FilePartType = examples.decode("FilePart");
    let reasoning: types::ReasoningPart = examples.decode("ReasoningPart");
    assert_eq!(
        (reasoning.id.as_str(), reasoning.reasoning.as_str()),
        ("reasoning_01hxyz123abc", "The order was paid by card.")
    );
    use types::ResponseStreamingEvent as Event;
    assert!(
        matches!(examples.decode("ResponseStartedEvent"), Event::ResponseStarted(event) if event.data.model == "openai/gpt-4o")
    );
    assert!(
        matches!(examples.decode_response("ResponseDoneEvent"), Event::ResponseDone(event) if event.data.usage.as_ref().unwrap().total_tokens == Some(42.0))
    );
    assert!(matches!(examples.decode("ResponseFailedEvent"), Event::ResponseFailed(event) if event.data.code == 502.0));
    assert!(
        matches!(examples.decode("ToolStartedEvent"), Event::ToolStarted(event) if event.data.arguments["number"] == 1042)
    );
    assert!(matches!(examples.decode("ToolDoneEvent"), Event::ToolDone(event) if event.data.tool_call_id == "call_01"));
    assert!(
        matches!(examples.decode("ToolFailedEvent"), Event::ToolFailed(event) if event.data.error == "The order is not known")
    );
    assert!(
        matches!(examples.decode("ToolReviewRequestedEvent"), Event::ToolReviewRequested(event) if event.data.requires_approval)
    );
    assert!(
        matches!(examples.decode("ToolReviewDoneEvent"), Event::ToolReviewDone(event) if event.data.review == types::ToolReviewDoneEventDataReview::Approved)
    );
    assert!(
        matches!(examples.decode("PartDeltaEvent"), Event::PartDelta(event) if matches!(&event.data.delta, types::PartDelta::Text(part) if part.text == "Your refund "))
    );
    assert!(
        matches!(examples.decode("PartDoneEvent"), Event::PartDone(event) if matches!(event.data.part, types::PartDelta::Text(_)))
    );
    examples.finish();
}

#[test]
fn parts_of_every_kind_keep_their_kind() {
    let parts = json!([
        {"kind": "text", "text": "Hello"},
        {"kind": "file", "file": {"uri": "https://example.com/a.pdf", "name": "a.pdf"}, "metadata": {"pages": 3}},
        {"kind": "file", "file": {"bytes": "aGk=", "mimeType": "text/plain"}},
        {"kind": "tool_result", "tool_call_id": "call_1", "result": [1, null, {"a": "b"}]},
        {"kind": "error", "error": "No such order", "code": 404},
        {"kind": "sketch", "strokes": [[0, 1]]},
    ]);
    let message: types::UserMessageRequest = decode(json!({"role": "user", "parts": parts}));
    let tags: Vec<&str> = message
        .parts
        .iter()
        .map(|part| match part {
            types::MessagePart::Text(_) => "text",
            types::MessagePart::File(_) => "file",
            types::MessagePart::ToolResult(_) => "tool_result",
            types::MessagePart::Error(_) => "error",
            types::MessagePart::Unknown(_) => "unknown",
            _ => "another",
        })
        .collect();
    assert_eq!(tags, ["text", "file", "file", "tool_result", "error", "unknown"]);
    apiarist_tests::examples::assert_same(&serde_json::to_value(&message).unwrap()["parts"], &parts);
    let _: types::PartDelta = round_trip(json!({"kind": "data", "data": {"rows": []}}));
    let _: types::PartDelta =
        round_trip(json!({"kind": "reasoning", "_id": "r1", "reasoning": "Hm.", "signature": "s"}));
}

#[test]
fn values_of_later_api_versions_are_kept() {
    let found: types::ConversationResponse = decode(json!({
        "kind": "conversation", "displayName": "x", "createdAt": 1.5, "updatedAt": 2, "metadata": {"entityId": "e"},
    }));
    assert_eq!((found.id, found.created_at), (None, 1.5));
    let mut done = example("ResponseDoneEvent");
    done["data"]["finishReason"] = json!("guardrail");
    match decode(done) {
        types::ResponseStreamingEvent::ResponseDone(event) => {
            assert_eq!(event.data.finish_reason, types::ResponseDoneEventDataFinishReason::Unknown("guardrail".into()));
        }
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn errors_have_a_message() {
    let answers = [
        Answer::json(404, &example("DeleteConversation 404")),
        Answer::json(400, &example("GenerateConversationName 400")),
    ];
    exchange(client, &answers, async |client| {
        let error = client.conversations().delete("conv_1").await.unwrap_err();
        assert_eq!(error.status().map(|status| status.as_u16()), Some(404));
        assert_eq!(error.api().map(|body| body.message.as_str()), Some("Conversation not found"));
        assert_eq!(error.operation(), "DeleteConversation");
        let body = types::GenerateConversationNameBody::new(" ");
        let error = client.conversations().generate_name("conv_1", &body).await.unwrap_err();
        assert_eq!(error.status().map(|status| status.as_u16()), Some(400));
        assert_eq!(error.api().map(|body| body.message.as_str()), Some("Context is empty"));
    })
    .await;
}

#[tokio::test]
async fn path_argument_stays_one_segment() {
    let answer = Answer::json(200, &example("RetrieveConversation 200"));
    let (request, _) =
        one_exchange(client, answer, async |client| client.conversations().retrieve("../x y/?#").await.unwrap()).await;
    request.check("GET /v2/conversations/..%2Fx%20y%2F%3F%23", SENT, None);

    let (requests, ()) = exchange(client, &[], async |client| {
        let error = client.conversations().delete("").await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Request);
        assert!(error.to_string().contains("`conversation_id`"), "{error}");
    })
    .await;
    assert!(requests.is_empty());
}

#[tokio::test]
async fn missing_token_fails_before_sending() {
    let transport = FakeTransport::new();
    let client = Client::builder().transport(transport.clone()).build().unwrap();
    let error = client.conversations().create_response("conv_1", &reply_body()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credentials);
    assert!(error.to_string().contains("`ApiKey`") && error.to_string().contains("ORQ_API_KEY"), "{error}");
    assert!(transport.requests().is_empty());
}

#[tokio::test]
async fn deleting_is_retried_and_changing_is_not() {
    let clock = FakeClock::new();
    let busy = || FakeAnswer::json(429, r#"{"message":"slow down"}"#).header("retry-after", "4");
    let transport = FakeTransport::new().answer(busy()).answer(FakeAnswer::new(204)).answer(busy()).answer(busy());
    let client = Client::builder().api_key(KEY).transport(transport.clone()).clock(clock.clone()).build().unwrap();
    client.conversations().delete("conv_1").await.unwrap();
    assert_eq!((transport.requests().len(), clock.slept()), (2, vec![std::time::Duration::from_secs(4)]));
    let body = types::UpdateConversationBody::default();
    client.conversations().update("conv_1", &body).await.unwrap_err();
    client.conversations().create_response("conv_1", &reply_body()).await.unwrap_err();
    assert_eq!((transport.requests().len(), clock.slept().len()), (4, 1));
    assert_eq!(transport.requests()[0].url, "https://api.orq.ai/v2/conversations/conv_1");
}

#[tokio::test]
async fn debug_output_and_errors_hide_the_token() {
    let transport = FakeTransport::new().answer(FakeAnswer::json(404, r#"{"message":"Conversation not found"}"#));
    let builder = Client::builder().api_key(KEY).transport(transport.clone());
    let shown = format!("{builder:?}");
    let client = builder.build().unwrap();
    let call = client.conversations().delete("conv_1");
    assert_hidden(&[KEY], call, &[&shown, &client, &client.conversations(), &transport]).await;
}

#[test]
fn example_prints_a_reply() {
    let answers = [
        Answer::json(201, &example("CreateConversation 201")),
        Answer::event_stream(replies::stream().0.as_bytes().chunks(11).map(<[u8]>::to_vec)),
    ];
    let program = ExampleProgram {
        test: "orq::example_prints_a_reply",
        main: example::main,
        credentials: &[("ORQ_API_KEY", KEY)],
        base_url: "ORQ_BASE_URL",
        base_path: "",
    };
    program.run(answers, |written, requests| {
        assert!(written.contains("Your refund "), "{written}");
        assert_eq!(
            lines(requests),
            ["POST /v2/conversations", "POST /v2/conversations/conv_01kbmyap3tm1mfnr0pkr4xp01j/responses"]
        );
    });
}
