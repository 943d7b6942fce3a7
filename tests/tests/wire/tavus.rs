//! Tests the Tavus client: optional bodies, responses without a body, two error schemas, empty strings.

use std::sync::LazyLock;

use apiarist_test_support::{child, loopback::Answer};
use apiarist_tests::{
    examples::Examples,
    exchange::{Connection, exchange, one_exchange},
    wire::decode,
};
use conversation_apis::tavus::{Client, operations, types};
use conversation_apis::{
    ErrorKind,
    testing::{FakeAnswer, FakeClock, FakeTransport},
};
use serde_json::{Value, json};

use crate::document;
use crate::example_program::ExampleProgram;
use crate::secrets::assert_hidden;

#[rustfmt::skip] // It is formatted in its own folder, to another width.
#[path = "../../../generated/examples/tavus.rs"]
mod example;

#[rustfmt::skip] // It is formatted in its own folder, to another width.
#[path = "../../../generated/examples/tavus-testing.rs"]
mod testing_example;

const KEY: &str = "tvs-5c1d";
const SENT: &[(&str, &str)] = &[("x-api-key", KEY), ("accept", "application/json")];

static DOCUMENT: LazyLock<Value> = LazyLock::new(|| document("tavus/openapi.yaml"));

fn example(name: &str) -> Value {
    Examples::of(&DOCUMENT).take(name)
}

fn client(connection: &Connection) -> Client {
    connect!(Client::builder().base_url(connection.base_url()).api_key(KEY), connection)
}

#[tokio::test]
async fn conversation_is_created() {
    for name in
        ["minimal", "customized", "audio_only", "private_room", "recording_s3", "recording_gcs", "recording_azure"]
    {
        let body = example(&format!("createConversation request/{name}"));
        let typed: types::CreateConversationRequest = decode(body.clone());
        let answer = Answer::json(200, &example("createConversation 200"));
        let (request, created) =
            one_exchange(client, answer, async |client| client.conversations().create().body(&typed).await.unwrap())
                .await;
        request.check("POST /v2/conversations", SENT, Some(&body));
        assert_eq!(created.conversation_id.as_deref(), Some("c123456"));
        assert_eq!(created.conversation_url.as_deref(), Some("https://tavus.daily.co/c123456"));
        assert_eq!(created.created_at.as_deref(), Some(""));
        assert_eq!(created.meeting_token, None);
    }
}

#[tokio::test]
async fn creation_is_built_with_setters() {
    let storage =
        types::RecordingStorageConfig::new(types::RecordingStorageConfigProvider::AzureBlob).container("calls");
    let properties =
        types::CreateConversationRequestProperties::default().max_call_duration(60).recording_storage(storage);
    let body = types::CreateConversationRequest::default()
        .replica_id("r1")
        .audio_only(true)
        .memory_stores(["anna".to_owned()])
        .max_participants(2)
        .properties(properties);
    let expected = json!({
        "replica_id": "r1",
        "audio_only": true,
        "memory_stores": ["anna"],
        "max_participants": 2,
        "properties": {"max_call_duration": 60, "recording_storage": {"provider": "azure_blob", "container": "calls"}},
    });
    let (request, created) =
        one_exchange(client, Answer::json(200, &json!({"meeting_token": "eyJ", "room": 7})), async |client| {
            client.conversations().create().body(&body).await.unwrap()
        })
        .await;
    request.check("POST /v2/conversations", SENT, Some(&expected));
    assert_eq!(created.meeting_token.as_deref(), Some("eyJ"));
}

#[tokio::test]
async fn body_of_a_creation_is_optional() {
    let (request, created) = one_exchange(client, Answer::json(200, &json!({})), async |client| {
        client.conversations().create().await.unwrap()
    })
    .await;
    request.check("POST /v2/conversations", SENT, None);
    assert_eq!(created.conversation_id, None);
}

#[tokio::test]
async fn conversations_are_listed_with_filters() {
    let answer = Answer::json(200, &example("listConversations 200"));
    let (request, found) = one_exchange(client, answer.clone(), async |client| {
        client.conversations().list().limit(5).page(2).status("ended & gone").await.unwrap()
    })
    .await;
    request.check("GET /v2/conversations?limit=5&page=2&status=ended%20%26%20gone", SENT, None);
    assert_eq!(found.total_count, Some(1));
    let data = found.data.unwrap();
    assert_eq!(data.len(), 1);
    assert_eq!(data[0].replica_id.as_deref(), Some("r79e1c033f"));
    assert_eq!(data[0].updated_at.as_deref(), Some(""));

    let (request, _) = one_exchange(client, answer, async |client| client.conversations().list().await.unwrap()).await;
    request.check("GET /v2/conversations", SENT, None);
}

#[tokio::test]
async fn conversation_is_read_with_and_without_events() {
    let (request, found) =
        one_exchange(client, Answer::json(200, &example("getConversation 200/default")), async |client| {
            client.conversations().get("c123456").await.unwrap()
        })
        .await;
    request.check("GET /v2/conversations/c123456", SENT, None);
    assert_eq!((found.created_at.as_deref(), found.events), (Some(""), None));

    let (request, found) =
        one_exchange(client, Answer::json(200, &example("getConversation 200/verbose")), async |client| {
            client.conversations().get("conv_123").verbose(true).await.unwrap()
        })
        .await;
    request.check("GET /v2/conversations/conv_123?verbose=true", SENT, None);
    let events = found.events.unwrap();
    assert_eq!(events.len(), 3);
    assert_eq!(events[0].properties, None);
    let transcript = &events[1].properties.as_ref().unwrap()["transcript"];
    assert_eq!(transcript[0]["timestamp"], json!(1779475657.84));
    assert_eq!(transcript[1]["content"], "I am only trying this out.");
    assert_eq!(events[2].event_type.as_deref(), Some("system.shutdown"));
}

#[tokio::test]
async fn conversation_is_deleted() {
    let (request, ()) = one_exchange(client, Answer::empty(204), async |client| {
        client.conversations().delete("c1").hard(true).await.unwrap();
    })
    .await;
    request.check("DELETE /v2/conversations/c1?hard=true", SENT, None);
}

#[tokio::test]
async fn conversation_is_ended() {
    let (request, ()) =
        one_exchange(client, Answer::empty(200), async |client| client.conversations().end("c1").await.unwrap()).await;
    request.check("POST /v2/conversations/c1/end", SENT, None);
    // A POST has a `Content-Length` even if its body is empty (RFC 9110, section 8.6).
    assert_eq!(request.all("content-length"), ["0"]);
}

#[test]
fn every_example_round_trips() {
    let mut examples = Examples::of(&DOCUMENT);
    for name in
        ["minimal", "customized", "audio_only", "private_room", "recording_s3", "recording_gcs", "recording_azure"]
    {
        let _: types::CreateConversationRequest = examples.decode(&format!("createConversation request/{name}"));
    }
    let _: types::CreateConversationResponse = examples.decode("createConversation 200");
    let _: types::ListConversationsResponse = examples.decode("listConversations 200");
    let _: types::GetConversationResponse = examples.decode("getConversation 200/default");
    let _: types::GetConversationResponse = examples.decode("getConversation 200/verbose");
    let storage: types::RecordingStorageConfig = examples.decode("recording_storage_config");
    assert_eq!(storage.provider, types::RecordingStorageConfigProvider::S3);
    assert_eq!(storage.external_id.as_deref(), Some("tavus-acct-abc123"));
    for operation in ["createConversation", "getConversation", "deleteConversation", "endConversation"] {
        let _: types::BadRequestError = examples.decode(&format!("{operation} 400"));
        let _: types::UnauthorizedError = examples.decode(&format!("{operation} 401"));
    }
    let _: types::UnauthorizedError = examples.decode("listConversations 401");
    examples.finish();
}

#[test]
fn values_of_later_api_versions_are_kept() {
    let storage: types::RecordingStorageConfig =
        decode(json!({"provider": "r2", "bucket_name": "b", "account": {"id": 1}}));
    assert_eq!(storage.provider, types::RecordingStorageConfigProvider::Unknown("r2".into()));
    assert_eq!(storage.bucket_name.as_deref(), Some("b"));
    let found: types::GetConversationResponse = decode(json!({"status": "paused", "face_id": "f1", "events": null}));
    assert_eq!((found.status.as_deref(), found.events), (Some("paused"), None));
}

#[tokio::test]
async fn errors_differ_by_status() {
    let answers =
        [Answer::json(400, &example("getConversation 400")), Answer::json(401, &example("getConversation 401"))];
    let (_, (bad, unauthorized)) = exchange(client, &answers, async |client| {
        let bad = client.conversations().get("c1").await.unwrap_err();
        let unauthorized = client.conversations().get("c1").await.unwrap_err();
        assert_eq!((bad.kind(), bad.status().map(|status| status.as_u16())), (ErrorKind::Status, Some(400)));
        assert_eq!(unauthorized.status().map(|status| status.as_u16()), Some(401));
        assert!(
            bad.to_string().contains("Invalid conversation_id")
                && unauthorized.to_string().contains("Invalid access token")
        );
        (bad.into_api().unwrap(), unauthorized.into_api().unwrap())
    })
    .await;
    match bad {
        operations::GetConversationError::BadRequest(body) => {
            assert_eq!(body.error.as_deref(), Some("Invalid conversation_id"))
        }
        other => panic!("{other:?}"),
    }
    match unauthorized {
        operations::GetConversationError::Unauthorized(body) => {
            assert_eq!(body.message.as_deref(), Some("Invalid access token"))
        }
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn undocumented_errors_keep_their_body() {
    let answers = [
        Answer::json(404, &json!({"detail": "gone"})).header("x-request-id", "req_1"),
        Answer::body(502, "text/html", "<h1>Bad gateway</h1>"),
    ];
    exchange(client, &answers, async |client| {
        let error = client.conversations().end("c1").await.unwrap_err();
        assert_eq!(error.request_id(), Some("req_1"));
        assert_eq!(error.api(), Some(&operations::EndConversationError::Other(json!({"detail": "gone"}))));
        let error = client.conversations().end("c1").await.unwrap_err();
        assert_eq!(error.api(), None);
        assert_eq!(error.body().map(|body| &body[..]), Some(&b"<h1>Bad gateway</h1>"[..]));
    })
    .await;
}

#[tokio::test]
async fn path_argument_stays_one_segment() {
    let (request, ()) = one_exchange(client, Answer::empty(204), async |client| {
        client.conversations().delete("../x y/?#").await.unwrap();
    })
    .await;
    request.check("DELETE /v2/conversations/..%2Fx%20y%2F%3F%23", SENT, None);
}

#[tokio::test]
async fn invalid_arguments_fail_before_sending() {
    let (requests, ()) = exchange(client, &[], async |client| {
        for argument in ["", ".", ".."] {
            let error = client.conversations().get(argument).await.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Request);
            assert!(error.to_string().contains("`conversation_id`"), "{error}");
        }
    })
    .await;
    assert!(requests.is_empty());
}

#[tokio::test]
async fn missing_key_fails_before_sending() {
    let transport = FakeTransport::new();
    let client = Client::builder().transport(transport.clone()).build().unwrap();
    let error = client.conversations().get("c1").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credentials);
    let message = error.to_string();
    assert!(message.contains("`apiKey`") && message.contains("TAVUS_API_KEY"), "{message}");
    assert!(transport.requests().is_empty());
}

#[tokio::test]
async fn reading_is_retried_if_the_server_asks_for_it() {
    let clock = FakeClock::new();
    let transport = FakeTransport::new()
        .answer(FakeAnswer::json(429, r#"{"message":"slow down"}"#).header("retry-after", "7"))
        .answer(FakeAnswer::json(200, "{}"));
    let client = Client::builder().api_key(KEY).transport(transport.clone()).clock(clock.clone()).build().unwrap();
    client.conversations().get("c1").await.unwrap();
    assert_eq!(transport.requests().len(), 2);
    assert_eq!(clock.slept(), [std::time::Duration::from_secs(7)]);
}

#[tokio::test]
async fn calls_use_the_base_url_of_the_document() {
    let transport = FakeTransport::new().answer(FakeAnswer::json(200, "{}"));
    let client = Client::builder().api_key(KEY).transport(transport.clone()).build().unwrap();
    client.conversations().get("c1").await.unwrap();
    assert_eq!(transport.last_request().unwrap().url, "https://tavusapi.com/v2/conversations/c1");
}

#[tokio::test]
async fn debug_output_and_errors_hide_the_key() {
    let transport = FakeTransport::new().answer(FakeAnswer::json(401, r#"{"message":"Invalid access token"}"#));
    let builder = Client::builder().api_key(KEY).transport(transport.clone());
    let shown = format!("{builder:?}");
    let client = builder.build().unwrap();
    let call = client.conversations().get("c1");
    assert_hidden(&[KEY], call, &[&shown, &client, &client.conversations(), &transport]).await;
}

#[test]
fn example_lists_conversations() {
    let page =
        json!({"data": [{"conversation_id": "c1", "conversation_name": "Bees", "status": "active"}], "total_count": 1});
    let program = ExampleProgram {
        test: "tavus::example_lists_conversations",
        main: example::main,
        credentials: &[("TAVUS_API_KEY", KEY)],
        base_url: "TAVUS_BASE_URL",
        base_path: "",
    };
    program.run([Answer::json(200, &page)], |written, requests| {
        assert!(written.contains("Bees"), "{written}");
        requests[0].check("GET /v2/conversations?limit=20&page=1&status=active", SENT, None);
    });
}

#[test]
fn example_tests_a_program_with_fakes() {
    if child::is_child() {
        testing_example::main().unwrap();
        return;
    }
    let output = child::run("tavus::example_tests_a_program_with_fakes", &[]).unwrap();
    let written = child::written(&output);
    assert!(output.status.success() && written.contains("all tests passed"), "{written}");
    let difference = "path argument `conversation_id`: expected `b`, found `a`";
    assert!(written.contains("closest expectation") && written.contains(difference), "{written}");
}
