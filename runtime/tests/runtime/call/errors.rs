//! Tests the contents of errors, the types of their bodies, and that messages do not repeat their sources.

use std::{
    error::Error as _,
    io,
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};

use crate::chain::{chain, messages};
use crate::mini_client::{Call, client, operations};
use apiarist_runtime::{
    AnyError, BoxFuture, ClientCredentials, Credential, Error, ErrorKind, Event, EventStream, Middleware, Next,
    OperationSpec, RetryPolicy, Sending, Token, TokenContext, TokenError, TokenProvider, Upload, Value,
    codegen::{CallBuilder as _, ClientDescription, CredentialDescription, Json, SecurityScheme, StreamRules},
    testing::{FakeAnswer, FakeClock, FakeError, FakeTransport, event_stream},
    transport::{TransportError, TransportErrorKind, TransportRequest},
};
use serde::Deserialize;
use tokio::io::{AsyncRead, ReadBuf};

const TOKEN: SecurityScheme = SecurityScheme::bearer("Token").with_token_url("/token");
const DESCRIPTION: ClientDescription = ClientDescription::new("bees", "bees")
    .base_url("https://api.bees.test")
    .credentials(&[CredentialDescription::new(TOKEN, "token", &["BEES_TEST_TOKEN"])]);

client! {
    DESCRIPTION;
}

/// The error body of the server.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct Problem {
    pub message: String,
}

operations! {
    WatchBees -> Result<Json<i64>, Json<Problem>>, events Json<i64> = OperationSpec::new("watchBees").get("/bees");
    SendBees -> Result<Json<i64>, Json<Value>> =
        OperationSpec::new("sendBees").put("/bees/{id}").security(&[&[TOKEN]]);
    FollowBees -> Result<EventStream<Json<Value>, Self::Failure>, Json<Problem>> =
        OperationSpec::new("followBees").get("/follow").stream_rules(StreamRules::new().error_properties(&["fault"]));
}

fn builder(answers: impl IntoIterator<Item = FakeAnswer>) -> ClientBuilder {
    let transport = FakeTransport::new();
    answers.into_iter().for_each(|answer| transport.push(answer));
    let builder = Client::builder().transport(transport).clock(FakeClock::new());
    builder.retries(RetryPolicy::none())
}

fn client(answers: impl IntoIterator<Item = FakeAnswer>) -> Client {
    builder(answers).credential(&TOKEN, "t").build().unwrap()
}

fn watch(client: &Client) -> Call<WatchBees> {
    Call::new(&client.core, &[])
}

fn send(client: &Client, id: &str) -> Call<SendBees> {
    Call::new(&client.core, &[&id])
}

fn follow(client: &Client) -> Call<FollowBees> {
    Call::new(&client.core, &[])
}

/// A token provider whose file is missing.
struct Missing;

impl TokenProvider for Missing {
    fn token<'a>(&'a self, _context: TokenContext<'a>) -> BoxFuture<'a, Result<Token, TokenError>> {
        Box::pin(async {
            Err(TokenError::new("cannot read the token file").with_source(io::Error::from(io::ErrorKind::NotFound)))
        })
    }
}

struct Refusing;

impl Middleware for Refusing {
    fn handle<'a>(&'a self, _request: TransportRequest, _next: Next<'a>) -> Sending<'a> {
        Box::pin(async { Err(TransportError::new(TransportErrorKind::Refused, "no bees on Sundays")) })
    }
}

async fn error_of_stream(answer: FakeAnswer) -> Error<Problem> {
    let mut events = watch(&client([answer])).stream().await.unwrap();
    loop {
        if let Err(error) = events.next().await.unwrap() {
            break error;
        }
    }
}

fn broken_body() -> Upload {
    struct Broken;
    impl AsyncRead for Broken {
        fn poll_read(self: Pin<&mut Self>, _: &mut Context<'_>, _: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
            Poll::Ready(Err(io::Error::other("the hive fell over")))
        }
    }
    Upload::read(Broken)
}

/// Returns an error of each kind, and of each function that creates one with a source.
async fn errors() -> Vec<(ErrorKind, AnyError)> {
    let failed = |answer: FakeAnswer| async move { watch(&client([answer])).await.unwrap_err().erase() };
    let download = async |answer: FakeAnswer| {
        let download = watch(&client([answer])).download().await.unwrap();
        download.save_to("/no/such/folder/bees").await.unwrap_err().erase()
    };
    let token = |builder: ClientBuilder| async move { send(&builder.build().unwrap(), "1").await.unwrap_err().erase() };
    let oauth = || Credential::from(ClientCredentials::new("id", "secret"));
    vec![
        (ErrorKind::Request, send(&client([]), "").await.unwrap_err().erase()),
        (ErrorKind::Request, token(builder([]).credential(&TOKEN, "t").call_middleware(Refusing)).await),
        (ErrorKind::Request, token(builder([]).credential(&TOKEN, "t").attempt_middleware(Refusing)).await),
        (ErrorKind::Credentials, token(builder([])).await),
        (ErrorKind::Credentials, token(builder([]).credential(&TOKEN, Credential::provider(Missing))).await),
        (ErrorKind::Credentials, token(builder([FakeAnswer::connect_error()]).credential(&TOKEN, oauth())).await),
        (ErrorKind::Credentials, token(builder([FakeAnswer::json(400, "{}")]).credential(&TOKEN, oauth())).await),
        (ErrorKind::Connect, failed(FakeAnswer::connect_error()).await),
        (ErrorKind::Timeout, failed(FakeAnswer::timeout()).await),
        (ErrorKind::Timeout, failed(FakeAnswer::silence()).await),
        (ErrorKind::Transport, failed(FakeAnswer::broken()).await),
        (ErrorKind::Transport, failed(FakeAnswer::json(200, "[").then_broken()).await),
        (ErrorKind::Status, failed(FakeAnswer::json(404, "{}")).await),
        (ErrorKind::Decode, failed(FakeAnswer::json(200, r#"{"bees": 1}"#)).await),
        (ErrorKind::Decode, failed(FakeAnswer::new(200)).await),
        (ErrorKind::Decode, watch(&client([FakeAnswer::json(200, "1")])).stream().await.unwrap_err().erase()),
        (ErrorKind::Decode, error_of_stream(FakeAnswer::events("data: x\n\n")).await.erase()),
        (ErrorKind::Event, error_of_stream(FakeAnswer::events("event: error\ndata: x\n\n")).await.erase()),
        (ErrorKind::TooLarge, error_of_stream(FakeAnswer::events(vec![b'x'; 2 << 20])).await.erase()),
        (ErrorKind::Transport, error_of_stream(FakeAnswer::events("data: 1\n\n").then_broken()).await.erase()),
        (ErrorKind::Timeout, error_of_stream(FakeAnswer::events("").then_silence()).await.erase()),
        (ErrorKind::File, send(&client([]), "1").bytes("text/plain", broken_body()).await.unwrap_err().erase()),
        (ErrorKind::File, download(FakeAnswer::json(200, "1")).await),
    ]
}

#[tokio::test]
async fn message_does_not_repeat_its_source() {
    for (kind, error) in errors().await {
        assert_eq!(error.kind(), kind, "{error}");
        let messages = messages(&error);
        for (at, message) in messages.iter().enumerate() {
            assert!(!message.is_empty(), "{messages:?}");
            for source in messages.iter().skip(at + 1) {
                assert!(!message.contains(source.as_str()), "{messages:?}");
            }
        }
    }
}

#[tokio::test]
async fn source_contains_the_cause_and_can_be_downcast() {
    let text = |error: &AnyError| chain(error);
    let shown: Vec<String> = errors().await.iter().map(|(_, error)| text(error)).collect();
    for expected in [
        "sendBees failed: rejected by a middleware: no bees on Sundays",
        "sendBees failed: cannot obtain a token for `Token`: cannot read the token file: entity not found",
        "sendBees failed: cannot obtain a token for `Token`: the request to the token endpoint failed: fake failure: Connect",
        "watchBees failed: could not connect: fake failure: Connect",
        "watchBees failed: the event stream was interrupted: fake failure in the body",
        "sendBees failed: cannot read the request body: the hive fell over",
    ] {
        assert!(shown.iter().any(|shown| shown == expected), "{expected}\n{shown:#?}");
    }
    let is_missing = |error: &AnyError| {
        let source = error.source().and_then(|source| source.downcast_ref::<io::Error>());
        source.is_some_and(|source| source.kind() == io::ErrorKind::NotFound)
    };
    assert!(errors().await.iter().filter(|(_, error)| is_missing(error)).count() == 2, "{shown:#?}");
}

#[tokio::test]
async fn error_event_has_the_error_type_of_the_operation() {
    let events = FakeAnswer::events(concat!(
        "data: 1\n\n",
        "event: error\ndata: {\"message\":\"swarm\"}\n\n",
        "data: {\"error\":{\"message\":\"rain\"}}\n\n",
        "event: error\ndata: {\"code\":1}\n\n",
        "data: \"x\"\n\n",
    ));
    let client = client([events.header("x-request-id", "req_1")]);
    let mut stream: EventStream<i64, Problem> = watch(&client).stream().await.unwrap();
    assert_eq!(stream.next().await.unwrap().unwrap(), 1);
    for (message, data) in [
        (Some("swarm"), r#"{"message":"swarm"}"#),
        (Some("rain"), r#"{"error":{"message":"rain"}}"#),
        (None, r#"{"code":1}"#),
    ] {
        let error: Error<Problem> = stream.next().await.unwrap().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Event);
        assert_eq!(error.api().map(|problem| problem.message.as_str()), message, "{data}");
        assert_eq!((error.body().unwrap().as_ref(), error.request_id()), (data.as_bytes(), Some("req_1")));
    }
    let error = stream.next().await.unwrap().unwrap_err();
    assert_eq!((error.kind(), error.api(), error.body().unwrap().as_ref()), (ErrorKind::Decode, None, &b"\"x\""[..]));
    assert!(stream.next().await.is_none());
}

#[tokio::test]
async fn stream_only_operation_has_typed_errors() {
    let client = client([FakeAnswer::events("data: {\"fault\":{\"message\":\"swarm\"}}\n\n")]);
    let mut stream: EventStream<Value, Problem> = follow(&client).await.unwrap();
    let error = stream.next().await.unwrap().unwrap_err();
    assert_eq!(error.into_api(), Some(Problem { message: "swarm".into() }));
}

#[test]
fn blocking_stream_has_typed_errors() {
    let client = client([FakeAnswer::events("event: error\ndata: {\"message\":\"swarm\"}\n\n")]);
    let mut stream = watch(&client).blocking().stream().unwrap();
    let error: Error<Problem> = stream.next_event().unwrap().unwrap_err();
    assert_eq!(error.into_api(), Some(Problem { message: "swarm".into() }));
}

#[tokio::test]
async fn failed_reconnect_returns_the_body_of_its_response() {
    let answers = [FakeAnswer::events("data: 1\n\n").then_broken(), FakeAnswer::json(404, r#"{"message":"gone"}"#)];
    let client = client(answers);
    let options = apiarist_runtime::RequestOptions::default().reconnects(1);
    let mut stream = watch(&client).options(options).stream().await.unwrap();
    assert_eq!(stream.next().await.unwrap().unwrap(), 1);
    let error = stream.next().await.unwrap().unwrap_err();
    assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Status, 404));
    assert_eq!(error.into_api(), Some(Problem { message: "gone".into() }));
}

#[tokio::test]
async fn any_error_unifies_the_errors_of_operations() {
    async fn all(client: &Client) -> Result<i64, AnyError> {
        let first = watch(client).await?;
        let mut stream = watch(client).stream().await?;
        let second = stream.next().await.transpose()?.unwrap_or_default();
        let bytes = watch(client).download().await?.next().await.transpose()?;
        Ok(first + second + bytes.map_or(0, |bytes| bytes.len() as i64) + send(client, "1").await?)
    }
    let good = || [FakeAnswer::json(200, "1"), FakeAnswer::events("data: 2\n\n"), FakeAnswer::json(200, "3")];
    let [a, b, c] = good();
    assert_eq!(all(&client([a, b, c, FakeAnswer::json(200, "4")])).await.unwrap(), 8);
    let [a, b, c] = good();
    let late = FakeAnswer::json(503, r#"{"busy":true}"#).header("retry-after", "7").header("x-request-id", "req_2");
    let error = all(&client([a, b, c, late])).await.unwrap_err();
    assert_eq!(error.api_as::<Value>(), Some(&serde_json::json!({ "busy": true })));
    assert_eq!((error.operation(), error.request_id()), ("sendBees", Some("req_2")));
    assert_eq!((error.retry_after(), error.status().unwrap().as_u16()), (Some(Duration::from_secs(7)), 503));
    let error = all(&client([FakeAnswer::json(404, r#"{"message":"gone"}"#)])).await.unwrap_err();
    assert_eq!(error.api_as::<Problem>(), Some(&Problem { message: "gone".into() }));
    assert_eq!(error.downcast::<Problem>().unwrap().into_api().unwrap().message, "gone");
}

#[test]
fn is_retryable_matches_transient_failures() {
    let is_retryable = |error: FakeError| error.build::<Value>().is_retryable();
    for kind in [ErrorKind::Connect, ErrorKind::Timeout, ErrorKind::Transport] {
        assert!(is_retryable(FakeError::new(kind)), "{kind:?}");
    }
    for kind in [ErrorKind::Request, ErrorKind::Credentials, ErrorKind::Event, ErrorKind::Decode, ErrorKind::TooLarge] {
        assert!(!is_retryable(FakeError::new(kind)), "{kind:?}");
    }
    for (status, expected) in [(408, true), (429, true), (503, true), (400, false), (404, false), (501, false)] {
        assert_eq!(is_retryable(FakeError::status(status)), expected, "{status}");
    }
}

#[test]
fn server_message_is_read_from_the_body() {
    let rows = [
        (r#"{"error":{"message":"no such hive"}}"#, Some("no such hive")),
        (r#"{"detail":"no such hive"}"#, Some("no such hive")),
        (r#"{"code":7}"#, None),
        ("no such hive", None),
        ("", None),
    ];
    for (body, expected) in rows {
        let error: Error<Value> = FakeError::status(404).body(body).build();
        assert_eq!(error.server_message().as_deref(), expected, "{body}");
    }
    assert_eq!(FakeError::new(ErrorKind::Connect).build::<Value>().server_message(), None);
}

#[test]
fn fake_error_has_all_properties_of_a_call_error() {
    let problem = Problem { message: "slow down".into() };
    let error = FakeError::status(429)
        .operation("watchBees")
        .message("429 Too Many Requests: slow down")
        .header("retry-after", "7")
        .header("x-request-id", "req_1")
        .body(r#"{"message":"slow down"}"#)
        .source("the hive is full")
        .with_api(problem.clone());
    assert_eq!(chain(&error), "watchBees failed: 429 Too Many Requests: slow down (request req_1): the hive is full");
    assert_eq!((error.kind(), error.api()), (ErrorKind::Status, Some(&problem)));
    assert_eq!((error.retry_after(), error.is_status(429)), (Some(Duration::from_secs(7)), true));
    assert_eq!(error.server_message().as_deref(), Some("slow down"));
    assert_eq!(error.erase().api_as::<Problem>(), Some(&problem));
}

#[tokio::test]
async fn fake_stream_yields_its_events() {
    let mut last = Event::new(2);
    last.name = "last".into();
    let error = FakeError::new(ErrorKind::Event).with_api(Problem { message: "swarm".into() });
    let mut stream: EventStream<i64, Problem> = event_stream([Ok(Event::new(1)), Err(error), Ok(last)]);
    assert_eq!(stream.next().await.unwrap().unwrap(), 1);
    assert_eq!(stream.next().await.unwrap().unwrap_err().into_api().unwrap().message, "swarm");
    assert_eq!(stream.next_event().await.unwrap().unwrap().name, "last");
    assert!(stream.next().await.is_none() && stream.last_event_id().is_none() && stream.retry().is_none());
}
