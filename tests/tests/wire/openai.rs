//! Tests the OpenAI client: a base URL with a path, arrays in queries, nullable metadata, items of many kinds.

use std::{sync::LazyLock, time::Duration};

use apiarist_test_support::loopback::Answer;
use apiarist_tests::{
    examples::Examples,
    exchange::{Connection, exchange, one_exchange},
    wire::{decode, encode},
};
use conversation_apis::openai::{Client, types};
use conversation_apis::{
    ErrorKind, Maybe, RequestOptions,
    testing::{FakeAnswer, FakeClock, FakeTransport},
};
use serde_json::{Value, json};

use crate::document;
use crate::example_program::{ExampleProgram, lines};
use crate::secrets::assert_hidden;

#[rustfmt::skip] // It is formatted in its own folder, to another width.
#[path = "../../../generated/examples/openai.rs"]
mod example;
mod items;

const KEY: &str = "sk-test-0123456789";
const SENT: &[(&str, &str)] = &[("authorization", "Bearer sk-test-0123456789"), ("accept", "application/json")];

static DOCUMENT: LazyLock<Value> = LazyLock::new(|| document("openai/openapi.yaml"));

fn example(name: &str) -> Value {
    Examples::of(&DOCUMENT).take(name)
}

/// Builds a client whose base URL has a path, like that of the document.
fn client(connection: &Connection) -> Client {
    connect!(Client::builder().base_url(connection.base_url() + "/v1").api_key_auth(KEY), connection)
}

#[tokio::test]
async fn conversation_is_created() {
    for name in ["empty", "with_items"] {
        let body = example(&format!("createConversation request/{name}"));
        let typed: types::CreateConversationBody = decode(body.clone());
        let answer = Answer::json(200, &example("createConversation 200"));
        let (request, created) =
            one_exchange(client, answer, async |client| client.conversations().create().body(&typed).await.unwrap())
                .await;
        request.check("POST /v1/conversations", SENT, Some(&body));
        assert_eq!((created.id.as_str(), created.created_at), ("conv_123", 1_741_900_000));
        assert_eq!(created.metadata, json!({"topic": "demo"}));
    }
}

#[tokio::test]
async fn conversation_is_created_without_items() {
    let answers = vec![Answer::json(200, &example("createConversation 200")); 2];
    let nulls = types::CreateConversationBody { items: Maybe::Null, ..Default::default() };
    let (requests, ()) = exchange(client, &answers, async |client| {
        client.conversations().create().await.unwrap();
        client.conversations().create().body(&nulls).await.unwrap();
    })
    .await;
    requests[0].check("POST /v1/conversations", SENT, None);
    requests[1].check("POST /v1/conversations", SENT, Some(&json!({"items": null})));
}

#[tokio::test]
async fn conversation_is_read() {
    let answer = Answer::json(200, &example("getConversation 200")).header("x-request-id", "req_abc");
    let (request, id) = one_exchange(client, answer, async |client| {
        let response = client.conversations().get("conv_123").with_response().await.unwrap();
        assert_eq!((response.status().as_u16(), response.body.id.as_str()), (200, "conv_123"));
        response.request_id().map(str::to_owned)
    })
    .await;
    request.check("GET /v1/conversations/conv_123", SENT, None);
    assert_eq!(id.as_deref(), Some("req_abc"));
}

#[tokio::test]
async fn conversation_is_changed() {
    let body = example("updateConversation request");
    let typed: types::UpdateConversationBody = decode(body.clone());
    let answer = Answer::json(200, &example("updateConversation 200"));
    let (request, changed) = one_exchange(client, answer, async |client| {
        client.conversations().update("conv_123").body(&typed).await.unwrap()
    })
    .await;
    request.check("POST /v1/conversations/conv_123", SENT, Some(&body));
    assert_eq!(changed.metadata["topic"], "project-x");

    // The property is required and nullable, so `None` is written as null.
    let cleared: types::UpdateConversationBody = decode(json!({"metadata": null}));
    assert_eq!(encode(&cleared), json!({"metadata": null}));
}

#[tokio::test]
async fn conversation_and_an_item_are_deleted() {
    let answers = [
        Answer::json(200, &example("deleteConversation 200")),
        Answer::json(200, &example("deleteConversationItem 200")),
    ];
    let (requests, (deleted, left)) = exchange(client, &answers, async |client| {
        let deleted = client.conversations().delete("conv_123").await.unwrap();
        (deleted, client.conversations().delete_item("conv_123", "msg_abc").await.unwrap())
    })
    .await;
    requests[0].check("DELETE /v1/conversations/conv_123", SENT, None);
    requests[1].check("DELETE /v1/conversations/conv_123/items/msg_abc", SENT, None);
    assert_eq!((deleted.deleted, deleted.id.as_str(), left.id.as_str()), (true, "conv_123", "conv_123"));
}

#[tokio::test]
async fn items_are_listed() {
    let answer = Answer::json(200, &example("listConversationItems 200/many_kinds"));
    let (request, page) = one_exchange(client, answer.clone(), async |client| {
        let call = client
            .conversations()
            .list_items("conv_123")
            .limit(3)
            .order(types::ListConversationItemsOrder::Asc)
            .after("msg abc");
        call.include(["reasoning.encrypted_content", "message.output_text.logprobs"]).await.unwrap()
    })
    .await;
    // In OpenAPI 3.1 a query array is exploded by default (`style: form`), so each element is a pair of its own.
    let query =
        "limit=3&order=asc&after=msg%20abc&include=reasoning.encrypted_content&include=message.output_text.logprobs";
    request.check(&format!("GET /v1/conversations/conv_123/items?{query}"), SENT, None);
    assert_eq!((page.has_more, page.first_id.as_str(), page.last_id.as_str()), (false, "msg_abc", "msg_def"));
    assert_eq!(page.data.len(), 6);

    let (request, _) = one_exchange(client, answer, async |client| {
        let none: [types::IncludeEnum; 0] = [];
        client.conversations().list_items("conv_123").include(none).await.unwrap()
    })
    .await;
    request.check("GET /v1/conversations/conv_123/items", SENT, None);
}

#[tokio::test]
async fn items_are_added() {
    let body = example("createConversationItems request");
    let typed: types::CreateConversationItemsBody = decode(body.clone());
    let answer = Answer::json(200, &example("createConversationItems 200"));
    let (request, added) = one_exchange(client, answer, async |client| {
        let call = client.conversations().create_items("conv_123", &typed);
        call.include([types::IncludeEnum::ReasoningEncryptedContent]).await.unwrap()
    })
    .await;
    request.check("POST /v1/conversations/conv_123/items?include=reasoning.encrypted_content", SENT, Some(&body));
    assert_eq!(added.data.len(), 2);
}

#[tokio::test]
async fn item_is_read() {
    let answer = Answer::json(200, &example("getConversationItem 200"));
    let (request, item) = one_exchange(client, answer, async |client| {
        let call = client.conversations().get_item("conv_123", "msg_abc");
        call.include([types::IncludeEnum::Unknown("a b".into())]).await.unwrap()
    })
    .await;
    request.check("GET /v1/conversations/conv_123/items/msg_abc?include=a%20b", SENT, None);
    match item {
        types::ConversationItem::Message(message) => {
            assert_eq!(
                (message.id.as_str(), message.role, message.status),
                ("msg_abc", types::MessageRole::User, types::MessageStatus::Completed)
            );
        }
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn status_429_has_a_body_and_a_retry_delay() {
    let body = example("TooManyRequests");
    let answer = Answer::json(429, &body).header("retry-after", "20").header("x-request-id", "req_429");
    let (_, ()) = one_exchange(client, answer, async |client| {
        let error = client.conversations().create().await.unwrap_err();
        assert_eq!((error.kind(), error.status().map(|status| status.as_u16())), (ErrorKind::Status, Some(429)));
        assert_eq!((error.retry_after(), error.request_id()), (Some(Duration::from_secs(20)), Some("req_429")));
        let inner = &error.api().unwrap().error;
        assert_eq!(
            (inner.code.as_deref(), inner.r#type.as_str(), inner.param.as_deref()),
            (Some("rate_limit_exceeded"), "requests", None)
        );
        assert!(error.to_string().contains("Too many requests; try again later."), "{error}");
    })
    .await;
}

#[tokio::test]
async fn reading_is_retried_and_creating_is_not() {
    let clock = FakeClock::new();
    let busy = |after: &str| FakeAnswer::json(429, example("TooManyRequests").to_string()).header("retry-after", after);
    let transport = FakeTransport::new()
        .answer(busy("7"))
        .answer(FakeAnswer::json(200, example("getConversation 200").to_string()));
    let client = Client::builder().api_key_auth(KEY).transport(transport.clone()).clock(clock.clone()).build().unwrap();
    assert_eq!(client.conversations().get("conv_123").await.unwrap().id, "conv_123");
    assert_eq!((transport.requests().len(), clock.slept()), (2, vec![Duration::from_secs(7)]));
    assert_eq!(transport.requests()[0].url, "https://api.openai.com/v1/conversations/conv_123");

    transport.push(busy("7"));
    client.conversations().create().await.unwrap_err();
    assert_eq!((transport.requests().len(), clock.slept().len()), (3, 1));

    // The client does not wait longer than a minute; the caller decides.
    transport.push(busy("61"));
    let error = client.conversations().get("conv_123").await.unwrap_err();
    assert_eq!((transport.requests().len(), error.retry_after()), (4, Some(Duration::from_secs(61))));

    // An idempotency key makes it safe to retry.
    transport.push(busy("3"));
    transport.push(FakeAnswer::json(200, example("createConversation 200").to_string()));
    client.conversations().create().options(RequestOptions::default().header("idempotency-key", "k1")).await.unwrap();
    assert_eq!((transport.requests().len(), clock.slept().last()), (6, Some(&Duration::from_secs(3))));
}

#[tokio::test]
async fn reading_is_retried_over_a_socket() {
    let busy = Answer::json(429, &example("TooManyRequests")).header("retry-after", "0");
    let (requests, _) = exchange(client, &[busy, Answer::json(200, &example("getConversation 200"))], async |client| {
        client.conversations().get("conv_123").await.unwrap()
    })
    .await;
    assert_eq!(requests.len(), 2);
    assert_eq!(requests[0].headers, requests[1].headers);
}

#[tokio::test]
async fn each_path_argument_stays_one_segment() {
    let (request, _) = one_exchange(client, Answer::json(200, &example("getConversationItem 200")), async |client| {
        client.conversations().get_item("../x y/?#", "a%2Fb;c=d&é").await.unwrap()
    })
    .await;
    request.check("GET /v1/conversations/..%2Fx%20y%2F%3F%23/items/a%252Fb%3Bc%3Dd%26%C3%A9", SENT, None);

    let (requests, ()) = exchange(client, &[], async |client| {
        let error = client.conversations().get_item("conv_123", "").await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Request);
        assert!(error.to_string().contains("`item_id`"), "{error}");
    })
    .await;
    assert!(requests.is_empty());
}

#[tokio::test]
async fn missing_token_fails_before_sending() {
    let transport = FakeTransport::new();
    let client = Client::builder().transport(transport.clone()).build().unwrap();
    let error = client.conversations().create().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credentials);
    assert!(error.to_string().contains("`ApiKeyAuth`") && error.to_string().contains("OPENAI_API_KEY"), "{error}");
    assert!(transport.requests().is_empty());
}

#[tokio::test]
async fn token_is_redacted_even_if_the_server_echoes_it() {
    let repeated = json!({"error": {"code": "invalid_api_key", "message": format!("Incorrect API key provided: {KEY}."), "param": null, "type": "auth"}});
    let transport = FakeTransport::new().answer(FakeAnswer::json(401, repeated.to_string()).header("set-cookie", KEY));
    let builder = Client::builder().api_key_auth(KEY).transport(transport.clone());
    let shown = format!("{builder:?}");
    let client = builder.build().unwrap();
    let call = client.conversations().get("conv_123");
    let error = assert_hidden(&[KEY], call, &[&shown, &client, &client.conversations(), &transport]).await;
    // The caller can still access the server's original message.
    assert!(error.api().unwrap().error.message.contains(KEY));
}

#[test]
fn example_goes_through_a_conversation() {
    let mut first = example("listConversationItems 200/message");
    first["has_more"] = json!(true);
    let answers = [
        Answer::json(200, &example("createConversation 200")),
        Answer::json(200, &example("createConversationItems 200")),
        Answer::json(200, &first),
        Answer::json(200, &example("listConversationItems 200/many_kinds")),
        Answer::json(200, &example("deleteConversation 200")),
    ];
    let program = ExampleProgram {
        test: "openai::example_goes_through_a_conversation",
        main: example::main,
        credentials: &[("OPENAI_API_KEY", KEY)],
        base_url: "OPENAI_BASE_URL",
        base_path: "/v1",
    };
    program.run(answers, |written, requests| {
        assert!(written.contains("Hello!") && written.contains("It rains in Lyon."), "{written}");
        let path = "/v1/conversations/conv_123";
        let expected = [
            "POST /v1/conversations".to_owned(),
            format!("POST {path}/items"),
            format!("GET {path}/items?order=asc&limit=50"),
            format!("GET {path}/items?order=asc&limit=50&after=msg_abc"),
            format!("DELETE {path}"),
        ];
        assert_eq!(lines(requests), expected);
        assert!(requests.iter().all(|request| request.all("authorization") == ["Bearer sk-test-0123456789"]));
    });
}
