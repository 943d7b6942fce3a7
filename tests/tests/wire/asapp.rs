//! Tests the ASAPP client: two API keys, one error schema for every status, timestamps, empty objects.

use std::sync::LazyLock;

use apiarist_test_support::loopback::Answer;
use apiarist_tests::{
    examples::{Examples, operations},
    exchange::{Connection, exchange, one_exchange},
    wire::{decode, round_trip},
};
use conversation_apis::asapp::{Client, types};
use conversation_apis::{
    DateTime, ErrorKind,
    testing::{FakeAnswer, FakeClock, FakeTransport},
};
use serde_json::{Value, json};

use crate::document;
use crate::example_program::{ExampleProgram, lines};
use crate::secrets::assert_hidden;

#[rustfmt::skip] // It is formatted in its own folder, to another width.
#[path = "../../../generated/examples/asapp.rs"]
mod example;

const ID: &str = "asapp-id-77";
const SECRET: &str = "asapp-secret-88";
const SENT: &[(&str, &str)] = &[("asapp-api-id", ID), ("asapp-api-secret", SECRET), ("accept", "application/json")];
const CONVERSATION: &str = "01BX5ZZKBKACTAV9WEVGEMMVRZ";

static DOCUMENT: LazyLock<Value> = LazyLock::new(|| document("asapp/openapi.yaml"));

fn example(name: &str) -> Value {
    Examples::of(&DOCUMENT).take(name)
}

fn client(connection: &Connection) -> Client {
    connect!(Client::builder().base_url(connection.base_url()).api_id(ID).api_secret(SECRET), connection)
}

#[tokio::test]
async fn conversation_is_stored() {
    let body = example("createOrUpdateConversation request");
    let typed: types::TimeBasedConversation = decode(body.clone());
    assert_eq!(typed.customer.external_id, "customer-x");
    let answer = Answer::json(200, &example("createOrUpdateConversation 200"));
    let (request, stored) =
        one_exchange(client, answer, async |client| client.conversations().create_or_update(&typed).await.unwrap())
            .await;
    request.check("POST /conversation/v1/conversations", SENT, Some(&body));
    assert_eq!(stored.id.as_deref(), Some(CONVERSATION));
}

#[tokio::test]
async fn conversations_are_found_by_external_id() {
    let answer = Answer::json(200, &example("getConversations 200"));
    let (request, found) =
        one_exchange(client, answer, async |client| client.conversations().list("id 111/ä").await.unwrap()).await;
    request.check("GET /conversation/v1/conversations?externalId=id%20111%2F%C3%A4", SENT, None);
    let items = found.items.unwrap();
    assert_eq!(items.len(), 1);
    assert_eq!(items[0].agent.as_ref().map(|agent| agent.external_id.as_str()), Some("agent-111"));
    assert_eq!(items[0].metadata.as_ref().unwrap()["queue"], "some-queue");
}

#[tokio::test]
async fn conversation_is_read() {
    let answer = Answer::json(200, &example("getConversation 200"));
    let (request, found) =
        one_exchange(client, answer, async |client| client.conversations().get(CONVERSATION).await.unwrap()).await;
    request.check("GET /conversation/v1/conversations/01BX5ZZKBKACTAV9WEVGEMMVRZ", SENT, None);
    assert_eq!((found.external_id.as_str(), found.customer.name.as_deref()), ("id-111", Some("customer-name-x")));
}

#[tokio::test]
async fn message_is_added() {
    let sender = types::MessageSender::new(types::Role::Agent, "123");
    let time: DateTime = "2021-11-23T12:13:14.555Z".parse().unwrap();
    let message = types::Message::new("Hello, I would like to upgrade my internet plan to GOLD.", sender, time);
    let answer = Answer::json(200, &example("createMessage 200"));
    let (request, stored) = one_exchange(client, answer, async |client| {
        client.conversations().create_message(CONVERSATION, &message).await.unwrap()
    })
    .await;
    let line = "POST /conversation/v1/conversations/01BX5ZZKBKACTAV9WEVGEMMVRZ/messages";
    request.check(line, SENT, Some(&example("createMessage request")));
    assert_eq!(stored.id.as_deref(), Some("01BX5ZZKBKACTAV9WEVGEMMVS1"));
}

#[tokio::test]
async fn messages_are_read_in_three_ways() {
    let answers = [
        Answer::json(200, &example("getMessages 200")),
        Answer::json(200, &example("getMessagesByExternalId 200")),
        Answer::json(200, &example("getMessage 200")),
    ];
    let (requests, (found, by_external_id, one)) = exchange(client, &answers, async |client| {
        let group = client.conversations();
        let found = group.get_messages(CONVERSATION).await.unwrap();
        let by_external_id = group.get_messages_by_external_id("id-111").await.unwrap();
        (found, by_external_id, group.get_message(CONVERSATION, "01GMXE90AEV7H3J4DPBDKB1R79").await.unwrap())
    })
    .await;
    let path = "GET /conversation/v1/conversations/01BX5ZZKBKACTAV9WEVGEMMVRZ/messages";
    requests[0].check(path, SENT, None);
    requests[1].check("GET /conversation/v1/conversation/messages?externalId=id-111", SENT, None);
    requests[2].check(&format!("{path}/01GMXE90AEV7H3J4DPBDKB1R79"), SENT, None);
    assert_eq!(found.items, by_external_id.items);
    assert_eq!(found.items, Some(vec![one.clone()]));
    assert_eq!((one.sender.role, one.sender.external_id.as_deref()), (types::Role::Customer, Some("123456")));
    assert_eq!(one.created_timestamp.as_str(), "2021-11-23T12:13:16.853Z");
    let (stored, sent) = (one.created_timestamp.timestamp().unwrap(), one.client_timestamp.timestamp().unwrap());
    assert_eq!(stored.as_millisecond() - sent.as_millisecond(), 2298);
}

#[tokio::test]
async fn messages_are_added_in_batches() {
    let body = example("createBatchMessages request");
    let typed: types::CreateBatchMessagesBody = decode(body.clone());
    let (request, empty) = one_exchange(client, Answer::json(200, &json!({})), async |client| {
        client.conversations().create_batch_messages(CONVERSATION, &typed).await.unwrap()
    })
    .await;
    request.check("POST /conversation/v1/conversations/01BX5ZZKBKACTAV9WEVGEMMVRZ/messages/batch", SENT, Some(&body));
    assert!(empty.is_empty());
}

#[tokio::test]
async fn customer_is_authenticated() {
    let body = example("postAuthenticate request");
    let typed: types::AuthObject = decode(body.clone());
    assert_eq!(typed.auth.token.as_deref(), Some("cGFzc3dvcmQ="));
    let (request, ()) = one_exchange(client, Answer::empty(204), async |client| {
        client.conversations().authenticate(CONVERSATION, &typed).await.unwrap();
    })
    .await;
    request.check("POST /conversation/v1/conversations/01BX5ZZKBKACTAV9WEVGEMMVRZ/authenticate", SENT, Some(&body));
}

#[test]
fn every_example_round_trips() {
    let mut examples = Examples::of(&DOCUMENT);
    let _: types::TimeBasedConversation = examples.decode("createOrUpdateConversation request");
    let _: types::CreateOrUpdateConversationResponse = examples.decode("createOrUpdateConversation 200");
    let _: types::ListConversationResponse = examples.decode("getConversations 200");
    let _: types::Conversation = examples.decode("getConversation 200");
    let _: types::Message = examples.decode("createMessage request");
    let _: types::CreateMessageResponse = examples.decode("createMessage 200");
    let _: types::GetMessagesResponse = examples.decode("getMessages 200");
    let _: types::GetMessagesByExternalIdResponse = examples.decode("getMessagesByExternalId 200");
    let _: types::MessageOut = examples.decode("getMessage 200");
    let _: types::CreateBatchMessagesBody = examples.decode("createBatchMessages request");
    assert_eq!(examples.take("createBatchMessages 200"), json!({}));
    let _: types::AuthObject = examples.decode("postAuthenticate request");
    let _: types::Conversation = examples.decode("Conversation");
    let _: types::TimeBasedConversation = examples.decode("TimeBasedConversation");
    let _: types::Message = examples.decode("Message");
    let _: types::MessageOut = examples.decode("MessageOut");
    let _: types::AuthObject = examples.decode("AuthObject");
    examples.finish();
}

#[tokio::test]
async fn every_documented_error_has_the_same_schema() {
    let responses: Vec<(u16, Value)> = operations(&DOCUMENT)
        .flat_map(|operation| operation["responses"].as_object().unwrap())
        .filter(|(status, _)| !status.starts_with('2'))
        .map(|(status, response)| {
            let error = &response["content"]["application/json"]["schema"]["properties"]["error"]["example"];
            (status.parse().unwrap_or(500), json!({"error": error}))
        })
        .collect();
    assert_eq!(responses.len(), 9 * 8 + 6 * 2);
    let transport = FakeTransport::new();
    let client = client(&Connection::Fake(transport.clone()));
    for (status, body) in responses {
        let _: types::CreateMessageError = round_trip(body.clone());
        transport.push(FakeAnswer::json(status, body.to_string()));
        let message = types::Message::new(
            "x",
            types::MessageSender::new(types::Role::System, "1"),
            DateTime::from_text("2021-11-23"),
        );
        let error = client.conversations().create_message(CONVERSATION, &message).await.unwrap_err();
        assert_eq!((error.kind(), error.status().map(|status| status.as_u16())), (ErrorKind::Status, Some(status)));
        let inner = error.api().unwrap().error.as_ref().unwrap();
        assert_eq!(inner.request_id, "8e033668-9f1a-11ec-b909-0242ac120002");
        assert_eq!(Some(inner.message.as_str()), body["error"]["message"].as_str());
        assert_eq!(inner.code.as_deref(), body["error"]["code"].as_str());
    }
}

#[tokio::test]
async fn errors_over_a_socket_are_equal() {
    let body = json!({"error": {"requestId": "r-1", "message": "Too Many Requests", "code": "429-01"}});
    let answer = Answer::json(429, &body).header("retry-after", "3").header("x-request-id", "req_9");
    let message: types::Message = decode(example("createMessage request"));
    let (_, ()) = one_exchange(client, answer, async |client| {
        let error = client.conversations().create_message(CONVERSATION, &message).await.unwrap_err();
        assert_eq!(error.retry_after(), Some(std::time::Duration::from_secs(3)));
        assert_eq!(error.request_id(), Some("req_9"));
        assert_eq!(error.api().unwrap().error.as_ref().unwrap().code.as_deref(), Some("429-01"));
    })
    .await;
}

#[tokio::test]
async fn undocumented_error_body_keeps_its_bytes() {
    let (_, ()) = one_exchange(client, Answer::body(403, "text/plain", "forbidden by the proxy"), async |client| {
        let error = client.conversations().get(CONVERSATION).await.unwrap_err();
        assert_eq!(error.api(), None);
        assert_eq!(error.body().map(|body| &body[..]), Some(&b"forbidden by the proxy"[..]));
        assert!(error.to_string().contains("forbidden by the proxy"), "{error}");
    })
    .await;
}

#[test]
fn values_of_later_api_versions_are_kept() {
    let message: types::MessageOut = decode(json!({
        "text": "hi",
        "sender": {"role": "bot", "externalId": null, "avatar": "x"},
        "messageId": "M1",
        "createdTimestamp": "2021-11-23T12:13:16",
        "clientTimestamp": "yesterday",
        "sentiment": 0.5,
    }));
    assert_eq!(message.sender.role, types::Role::Unknown("bot".into()));
    assert_eq!(message.sender.external_id, None);
    // A timestamp without an offset is read as UTC. An invalid one is kept as a string.
    assert_eq!(message.created_timestamp.timestamp().unwrap().to_string(), "2021-11-23T12:13:16Z");
    assert_eq!(message.client_timestamp.as_str(), "yesterday");
    assert!(message.client_timestamp.timestamp().is_err());
}

#[tokio::test]
async fn both_keys_are_required() {
    for (given, missing, variable) in
        [("id", "`API-Secret`", "ASAPP_API_SECRET"), ("secret", "`API-ID`", "ASAPP_API_ID")]
    {
        let transport = FakeTransport::new();
        let builder = Client::builder().transport(transport.clone());
        let builder = if given == "id" { builder.api_id(ID) } else { builder.api_secret(SECRET) };
        let client = builder.build().unwrap();
        let error = client.conversations().get(CONVERSATION).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Credentials);
        assert!(error.to_string().contains(missing) && error.to_string().contains(variable), "{error}");
        assert!(transport.requests().is_empty());
    }
}

#[tokio::test]
async fn each_path_argument_stays_one_segment() {
    let (request, _) = one_exchange(client, Answer::json(200, &example("getMessage 200")), async |client| {
        client.conversations().get_message("../x y/?#", "batch/..").await.unwrap()
    })
    .await;
    request.check("GET /conversation/v1/conversations/..%2Fx%20y%2F%3F%23/messages/batch%2F..", SENT, None);

    let (requests, ()) = exchange(client, &[], async |client| {
        let error = client.conversations().get_message(CONVERSATION, "").await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Request);
        assert!(error.to_string().contains("`messageId`"), "{error}");
    })
    .await;
    assert!(requests.is_empty());
}

#[tokio::test]
async fn reading_is_retried_and_adding_is_not() {
    let clock = FakeClock::new();
    let busy = || FakeAnswer::json(429, "{}").header("retry-after", "2");
    let transport =
        FakeTransport::new().answer(busy()).answer(busy()).answer(FakeAnswer::json(200, "{}")).answer(busy());
    let builder = Client::builder().api_id(ID).api_secret(SECRET).transport(transport.clone()).clock(clock.clone());
    let client = builder.build().unwrap();
    assert_eq!(client.conversations().list("id-111").await.unwrap().items, None);
    assert_eq!(transport.requests().len(), 3);
    let message: types::Message = decode(example("createMessage request"));
    let error = client.conversations().create_message(CONVERSATION, &message).await.unwrap_err();
    assert_eq!(error.retry_after(), Some(std::time::Duration::from_secs(2)));
    assert_eq!(transport.requests().len(), 4);
    assert_eq!(clock.slept(), [std::time::Duration::from_secs(2); 2]);
    assert!(transport.requests()[0].url.starts_with("https://api.sandbox.asapp.com/conversation/v1/conversations?"));
}

#[tokio::test]
async fn debug_output_and_errors_hide_both_keys() {
    let transport = FakeTransport::new().answer(FakeAnswer::json(401, r#"{"error":{"requestId":"r","message":"no"}}"#));
    let builder = Client::builder().api_id(ID).api_secret(SECRET).transport(transport.clone());
    let shown = format!("{builder:?}");
    let client = builder.build().unwrap();
    let call = client.conversations().get(CONVERSATION);
    assert_hidden(&[ID, SECRET], call, &[&shown, &client, &client.conversations(), &transport]).await;
}

#[test]
fn example_stores_a_message() {
    let answers = [
        Answer::json(200, &json!({"id": "C1"})),
        Answer::json(200, &json!({"id": "M1"})),
        Answer::json(200, &example("getMessages 200")),
    ];
    let program = ExampleProgram {
        test: "asapp::example_stores_a_message",
        main: example::main,
        credentials: &[("ASAPP_API_ID", ID), ("ASAPP_API_SECRET", SECRET)],
        base_url: "ASAPP_BASE_URL",
        base_path: "",
    };
    program.run(answers, |written, requests| {
        assert!(written.contains("upgrade my internet plan"), "{written}");
        let path = "/conversation/v1/conversations";
        assert_eq!(
            lines(requests),
            [format!("POST {path}"), format!("POST {path}/C1/messages"), format!("GET {path}/C1/messages")]
        );
        assert_eq!(requests[2].all("asapp-api-secret"), [SECRET]);
    });
}
