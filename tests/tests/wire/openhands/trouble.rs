//! Tests failures of OpenHands: errors, unknown values, and arguments that cannot be sent.

use apiarist_test_support::loopback::Answer;
use apiarist_tests::{
    exchange::{exchange, one_exchange},
    wire::decode,
};
use conversation_apis::openhands::{Client, operations, types};
use conversation_apis::{
    ErrorKind,
    testing::{FakeAnswer, FakeClock, FakeTransport},
};
use serde_json::json;

use super::{DOCUMENT, ID, KEY, PATH, SENT, client, example, operation};
use crate::secrets::assert_hidden;

#[tokio::test]
async fn validation_error_has_the_location_of_each_fault() {
    let body = json!({"detail": [
        {"loc": ["body", "image_urls", 0], "msg": "Input should be a valid string", "type": "string_type", "input": 5},
        {"loc": ["query", "limit"], "msg": "Field required", "type": "missing"},
    ]});
    let (_, error) = one_exchange(client, Answer::json(422, &body), async |client| {
        let error = client.conversations().create(&types::InitSessionRequest::default()).await.unwrap_err();
        assert_eq!((error.kind(), error.status().map(|status| status.as_u16())), (ErrorKind::Status, Some(422)));
        assert!(error.to_string().contains("Input should be a valid string"), "{error}");
        error.into_api().unwrap()
    })
    .await;
    let detail = error.detail.unwrap();
    assert_eq!((detail[0].r#type.as_str(), detail[1].msg.as_str()), ("string_type", "Field required"));
    use types::ValidationErrorLocItem as Loc;
    assert_eq!(detail[0].loc, [Loc::String("body".into()), Loc::String("image_urls".into()), Loc::Integer(0)]);
}

#[tokio::test]
async fn file_errors_differ_by_status() {
    let list = operation("list_files", "_list_files", "get");
    let answers = [
        Answer::json(404, &example(&format!("{list} 404"))),
        Answer::json(500, &example(&format!("{list} 500"))),
        Answer::json(422, &json!({"detail": []})),
        Answer::json(403, &json!({"msg": "no"})),
    ];
    let (_, errors) = exchange(client, &answers, async |client| {
        let client = &client;
        let list = async || {
            let call = client
                .conversations()
                .list_files(ID)
                .options(conversation_apis::RequestOptions::default().retries(conversation_apis::RetryPolicy::none()));
            call.await.unwrap_err().into_api().unwrap()
        };
        [list().await, list().await, list().await, list().await]
    })
    .await;
    use operations::ConversationsError as Failed;
    assert!(matches!(&errors[0], Failed::NotFound(map) if map["error"] == "The runtime is not running."));
    assert!(matches!(&errors[1], Failed::InternalServerError(map) if map["error"] == "The files could not be listed."));
    assert!(matches!(&errors[2], Failed::UnprocessableContent(error) if error.detail == Some(vec![])));
    assert_eq!(errors[3], Failed::Other(json!({"msg": "no"})));
}

#[test]
fn values_of_later_api_versions_are_kept() {
    let mut later = example("ConversationInfo");
    later["status"] = json!("ARCHIVED");
    later["runtime_status"] = json!("STATUS$NAPPING");
    later["git_provider"] = json!("azure_devops");
    later["conversation_version"] = json!("V1");
    let found: types::ConversationInfo = decode(later);
    assert_eq!(found.status, Some(types::ConversationStatus::Unknown("ARCHIVED".into())));
    assert_eq!(found.runtime_status.unwrap().as_str(), "STATUS$NAPPING");
    assert_eq!(found.git_provider.unwrap().to_string(), "azure_devops");
    assert_eq!(found.trigger, Some(types::ConversationTrigger::Gui));
    // The server applies the document's default, so the client does not fill in an absent property.
    let bare: types::ConversationInfo = decode(json!({"conversation_id": "c", "title": "t"}));
    assert_eq!((bare.status, bare.num_connections, bare.created_at), (None, None, None));
}

#[test]
fn every_status_of_the_runtime_has_a_name_and_its_text() {
    for value in DOCUMENT["components"]["schemas"]["RuntimeStatus"]["enum"].as_array().unwrap() {
        let status: types::RuntimeStatus = decode(value.clone());
        assert!(!matches!(status, types::RuntimeStatus::Unknown(_)), "{value}");
        assert_eq!(Some(status.as_str()), value.as_str());
    }
}

#[tokio::test]
async fn path_argument_stays_one_segment() {
    let (request, _) = one_exchange(client, Answer::json(200, &json!([])), async |client| {
        client.conversations().git_changes("../x y/?#").await.unwrap()
    })
    .await;
    request.check("GET /api/conversations/..%2Fx%20y%2F%3F%23/git/changes", SENT, None);

    let (requests, ()) = exchange(client, &[], async |client| {
        let error = client.conversations().stop("").await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Request);
        assert!(error.to_string().contains("`conversation_id`"), "{error}");
    })
    .await;
    assert!(requests.is_empty());
}

#[tokio::test]
async fn missing_key_fails_before_sending() {
    let transport = FakeTransport::new();
    let client = Client::builder().transport(transport.clone()).build().unwrap();
    let error = client.conversations().search().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credentials);
    assert!(error.to_string().contains("`APIKeyHeader`") && error.to_string().contains("OPENHANDS_API_KEY"), "{error}");
    assert!(transport.requests().is_empty());
}

#[tokio::test]
async fn reading_is_retried_and_starting_is_not() {
    let clock = FakeClock::new();
    let busy = || FakeAnswer::json(429, "{}").header("retry-after", "1");
    let transport = FakeTransport::new().answer(busy()).answer(FakeAnswer::json(200, "null")).answer(busy());
    let builder = Client::builder().api_key_header(KEY).transport(transport.clone()).clock(clock.clone());
    let client = builder.build().unwrap();
    assert_eq!(client.conversations().get(ID).await.unwrap(), None);
    assert_eq!((transport.requests().len(), clock.slept()), (2, vec![std::time::Duration::from_secs(1)]));
    client.conversations().stop(ID).await.unwrap_err();
    assert_eq!(transport.requests().len(), 3);
    assert_eq!(transport.requests()[2].url, format!("https://app.all-hands.dev{PATH}/stop"));
}

#[tokio::test]
async fn debug_output_and_errors_hide_the_key() {
    let transport = FakeTransport::new().answer(FakeAnswer::json(401, r#"{"error":"no session"}"#));
    let builder = Client::builder().api_key_header(KEY).transport(transport.clone());
    let shown = format!("{builder:?}");
    let client = builder.build().unwrap();
    let call = client.conversations().stop(ID);
    assert_hidden(&[KEY], call, &[&shown, &client, &client.conversations(), &transport]).await;
}
