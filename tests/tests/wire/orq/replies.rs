//! Tests the replies of orq.ai, which are event streams.

use apiarist_test_support::loopback::Answer;
use apiarist_tests::{exchange::one_exchange, wire::decode};
use conversation_apis::ErrorKind;
use conversation_apis::orq::types;
use serde_json::{Value, json};

use super::{client, example, reply_body};

/// Returns the data of each event, or the error of an unreadable one.
async fn collect<E>(
    mut events: conversation_apis::EventStream<types::ResponseStreamingEvent, E>,
) -> Vec<Result<types::ResponseStreamingEvent, ErrorKind>> {
    let mut collected = Vec::new();
    while let Some(event) = events.next().await {
        collected.push(event.map_err(|error| error.kind()));
    }
    collected
}

/// Returns a realistic stream with comments, names, ids, all kinds of line ends, and data on several lines.
pub(super) fn stream() -> (String, Vec<Value>) {
    let started = example("ResponseStartedEvent");
    let delta = example("PartDeltaEvent");
    let unknown =
        json!({"type": "agent.thought", "timestamp": "2026-01-05T10:30:01.000Z", "data": {"text": "Hm – né?"}});
    let done = example("ResponseDoneEvent");
    let pretty = format!("{done:#}").replace('\n', "\ndata: ");
    let text = format!(
        "\u{feff}: connected\n\nid: 1\nevent: response.started\ndata: {started}\n\ndata:{delta}\r\n\r\n\
         : ping\n\nid: 3\ndata: {unknown}\r\rdata: {pretty}\n\ndata: [DONE]\n\ndata: {delta}\n\n"
    );
    (text, vec![started, delta, unknown, done])
}

#[tokio::test]
async fn reply_stream_does_not_depend_on_chunk_boundaries() {
    let (text, expected) = stream();
    let expected: Vec<Result<types::ResponseStreamingEvent, ErrorKind>> =
        expected.into_iter().map(|event| Ok(decode(event))).collect();
    let body = reply_body();
    for length in [1, 2, 3, 7, 64, 10_000] {
        let pieces = text.as_bytes().chunks(length).map(<[u8]>::to_vec);
        let (request, events) = one_exchange(client, Answer::event_stream(pieces), async |client| {
            collect(client.conversations().create_response("conv_1", &body).await.unwrap()).await
        })
        .await;
        let sent = [("authorization", "Bearer orq-token-31"), ("accept", "text/event-stream")];
        request.check(
            "POST /v2/conversations/conv_1/responses",
            &sent,
            Some(&example("CreateConversationResponse request")),
        );
        assert_eq!(events, expected, "in pieces of {length} bytes");
    }
    assert!(matches!(expected[0], Ok(types::ResponseStreamingEvent::ResponseStarted(_))));
    assert!(
        matches!(&expected[2], Ok(types::ResponseStreamingEvent::Unknown(event)) if event["data"]["text"] == "Hm – né?")
    );
}

#[tokio::test]
async fn events_have_names_and_ids() {
    let body = reply_body();
    let (_, seen) = one_exchange(client, Answer::event_stream([stream().0]), async |client| {
        let mut events = client.conversations().create_response("conv_1", &body).stream().await.unwrap();
        let mut seen = Vec::new();
        while let Some(event) = events.next_event().await {
            let event = event.unwrap();
            seen.push((event.name, event.id));
        }
        seen
    })
    .await;
    let event = |name: &str, id: &str| (name.to_owned(), Some(id.to_owned()));
    assert_eq!(
        seen,
        [event("response.started", "1"), event("message", "1"), event("message", "3"), event("message", "3")]
    );
}

#[tokio::test]
async fn undecodable_event_does_not_end_the_stream() {
    let delta = example("PartDeltaEvent");
    let text = format!("data: {{\"type\": \"part.delta\"\n\ndata: {delta}\n\n");
    let body = reply_body();
    let (_, events) = one_exchange(client, Answer::event_stream([text]), async |client| {
        collect(client.conversations().create_response("conv_1", &body).await.unwrap()).await
    })
    .await;
    assert_eq!(events, [Err(ErrorKind::Decode), Ok(decode(delta))]);
}

#[tokio::test]
async fn error_response_instead_of_a_stream_is_an_error() {
    let body = reply_body();
    let (_, ()) =
        one_exchange(client, Answer::json(404, &json!({"message": "Conversation not found"})), async |client| {
            let error = client.conversations().create_response("conv_1", &body).await.unwrap_err();
            assert_eq!((error.kind(), error.status().map(|status| status.as_u16())), (ErrorKind::Status, Some(404)));
            assert!(error.to_string().contains("Conversation not found"), "{error}");
        })
        .await;
    let (_, ()) = one_exchange(client, Answer::json(200, &json!({})), async |client| {
        let error = client.conversations().create_response("conv_1", &body).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode);
    })
    .await;
}
