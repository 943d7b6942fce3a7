//! Middleware around calls and around requests.

use crate::mini_client::{Call, client, operations};
use apiarist_runtime::{
    ClientCredentials, ErrorKind, Middleware, Next, OperationSpec, Sending, Upload, Value,
    codegen::{CallBuilder as _, ClientDescription, CredentialDescription, Json, SecurityScheme},
    http::{HeaderValue, Response},
    testing::{FakeAnswer, FakeClock, FakeTransport},
    transport::{Body, TransportError, TransportErrorKind, TransportRequest},
};
use std::{
    error::Error as _,
    sync::{Arc, Mutex},
    time::Duration,
};

const TOKEN: SecurityScheme = SecurityScheme::bearer("Token").with_token_url("/token");
const DESCRIPTION: ClientDescription = ClientDescription::new("combs", "combs")
    .base_url("https://api.combs.test")
    .credentials(&[CredentialDescription::new(TOKEN, "token", &["COMBS_TEST_TOKEN"])]);

client! {
    DESCRIPTION;
    group combs: Combs { get: GetComb }
    credentials { token: TOKEN }
}
impl Combs<'_> {
    pub fn fill(self, honey: impl Into<Upload>) -> Call<FillComb> {
        Call::new(self.core, &[]).bytes("application/octet-stream", honey)
    }
}
operations! {
    GetComb -> Result<Json<i64>, Json<Value>>, events Json<i64> =
        OperationSpec::new("getComb").get("/comb").security(&[&[TOKEN]]);
    FillComb -> Result<Json<i64>, Json<Value>> = OperationSpec::new("fillComb").put("/comb").security(&[&[TOKEN]]);
}

/// A middleware that records requests and responses, and marks requests.
#[derive(Clone)]
struct Witness {
    name: &'static str,
    seen: Arc<Mutex<Vec<String>>>,
}

impl Middleware for Witness {
    fn handle<'a>(&'a self, mut request: TransportRequest, next: Next<'a>) -> Sending<'a> {
        Box::pin(async move {
            let say = |text: String| self.seen.lock().unwrap().push(format!("{} {text}", self.name));
            let token = request.headers.get("authorization").map(|value| value.to_str().unwrap().to_owned());
            let (operation, resends) = (request.operation.map_or("token", |operation| operation.id), request.resends);
            say(format!("{operation} {} {resends} {}", request.uri.path(), token.unwrap_or_default()));
            request.headers.append("x-seen-by", HeaderValue::from_static(self.name));
            let answer = next.run(request).await;
            say(match &answer {
                Ok(response) => response.status().as_u16().to_string(),
                Err(error) => format!("{:?}: {error}", error.kind()),
            });
            answer
        })
    }
}

/// The records of the middleware.
type Seen = Arc<Mutex<Vec<String>>>;

fn watched(answers: impl IntoIterator<Item = FakeAnswer>) -> (FakeTransport, Seen, ClientBuilder) {
    let (transport, seen) = (FakeTransport::new(), Seen::default());
    answers.into_iter().for_each(|answer| transport.push(answer));
    let witness = |name| Witness { name, seen: seen.clone() };
    let builder = Client::builder()
        .transport(transport.clone())
        .clock(FakeClock::new())
        .call_middleware(witness("outer"))
        .call_middleware(witness("inner"))
        .attempt_middleware(witness("each"));
    (transport, seen, builder)
}

fn seen(seen: &Seen) -> Vec<String> {
    std::mem::take(&mut *seen.lock().unwrap())
}

#[tokio::test]
async fn call_middleware_runs_once_and_attempt_middleware_per_request() {
    let (transport, log, builder) = watched([
        FakeAnswer::new(503),
        FakeAnswer::new(307).header("location", "/moved"),
        FakeAnswer::new(200).header("content-type", "application/json").chunk("4").chunk("2"),
    ]);
    let client = builder.token("t").build().unwrap();
    assert_eq!(client.combs().get().await.unwrap(), 42);
    assert_eq!(
        seen(&log),
        [
            "outer getComb /comb 0 Bearer t",
            "inner getComb /comb 0 Bearer t",
            "each getComb /comb 0 Bearer t",
            "each 503",
            "each getComb /comb 1 Bearer t",
            "each 307",
            "each getComb /moved 2 Bearer t",
            "each 200",
            "inner 200",
            "outer 200",
        ]
    );
    for request in transport.requests() {
        let marks: Vec<_> = request.headers.get_all("x-seen-by").iter().collect();
        assert_eq!(marks, ["outer", "inner", "each"]);
    }
}

#[tokio::test]
async fn call_middleware_sees_renewed_tokens_but_not_token_requests() {
    let token = |name: &str| FakeAnswer::json(200, format!(r#"{{"access_token":"{name}"}}"#));
    let (_, log, builder) = watched([token("1"), FakeAnswer::new(401), token("2"), FakeAnswer::json(200, "7")]);
    let client = builder.token(ClientCredentials::new("id", "secret")).build().unwrap();
    assert_eq!(client.combs().get().await.unwrap(), 7);
    let log = seen(&log);
    assert_eq!(log.iter().filter(|line| line.starts_with("each getComb")).count(), 2);
    assert!(log.contains(&"each getComb /comb 1 Bearer 2".to_owned()), "{log:?}");
}

#[tokio::test]
async fn middleware_does_not_change_failures() {
    let answers = || {
        [
            FakeAnswer::json(422, r#"{"message":"sticky"}"#).header("x-request-id", "r1"),
            FakeAnswer::json(429, "{}").header("retry-after", "100"),
            FakeAnswer::new(307).header("location", "https://elsewhere.test/"),
            FakeAnswer::connect_error(),
            FakeAnswer::connect_error(),
            FakeAnswer::connect_error(),
            FakeAnswer::silence(),
            FakeAnswer::silence(),
            FakeAnswer::silence(),
            FakeAnswer::json(200, "\"text\""),
            FakeAnswer::json(200, "1"),
        ]
    };
    let plain = FakeTransport::new();
    answers().into_iter().for_each(|answer| plain.push(answer));
    let plain = Client::builder().transport(plain).clock(FakeClock::new()).token("t").build().unwrap();
    let (_, log, builder) = watched(answers());
    let wrapped = builder.token("t").build().unwrap();
    for _ in 0..6 {
        let (one, other) = (plain.combs().get().await.unwrap_err(), wrapped.combs().get().await.unwrap_err());
        assert_eq!((one.kind(), one.to_string(), one.status()), (other.kind(), other.to_string(), other.status()));
        assert_eq!((one.retry_after(), one.body(), one.api()), (other.retry_after(), other.body(), other.api()));
        assert_eq!(one.source().map(ToString::to_string), other.source().map(ToString::to_string));
    }
    let log = seen(&log);
    let outer = |text: &str| log.iter().any(|line| line.starts_with("outer ") && line.contains(text));
    assert!(outer("422") && outer("429") && outer("Connect") && outer("Timeout"), "{log:?}");
    // A body that can be read only once is still observed.
    let stream = || Upload::read(std::io::Cursor::new(b"honey".to_vec()));
    for client in [&plain, &wrapped] {
        client.combs().get().await.unwrap();
    }
    let (transport, _, builder) = watched([FakeAnswer::json(503, r#"{"message":"busy"}"#)]);
    let error = builder.token("t").build().unwrap().combs().fill(stream()).await.unwrap_err();
    assert!(error.to_string().contains("busy; not retried, because the request body is a stream"), "{error}");
    assert_eq!(transport.requests().len(), 1);
}

/// A middleware that responds without sending the request.
struct Shortcut(Result<&'static str, TransportErrorKind>);

impl Middleware for Shortcut {
    fn handle<'a>(&'a self, _request: TransportRequest, _next: Next<'a>) -> Sending<'a> {
        Box::pin(async move {
            match self.0 {
                Ok(text) => Ok(Response::new(Body::from_bytes(text))),
                Err(kind) => Err(TransportError::new(kind, "no signature without a key")),
            }
        })
    }
}

#[tokio::test]
async fn middleware_can_respond_or_reject() {
    let transport = FakeTransport::new();
    let build = || Client::builder().transport(transport.clone()).clock(FakeClock::new()).token("t");
    let kept = build().call_middleware(Shortcut(Ok("5"))).build().unwrap();
    assert_eq!(kept.combs().get().await.unwrap(), 5);
    let refused = Shortcut(Err(TransportErrorKind::Refused));
    for client in [
        build().attempt_middleware(Shortcut(Err(TransportErrorKind::Refused))).build().unwrap(),
        build().call_middleware(Arc::new(refused)).build().unwrap(),
    ] {
        let error = client.combs().get().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Request);
        assert_eq!(error.to_string(), "getComb failed: rejected by a middleware");
        assert_eq!(error.source().unwrap().to_string(), "no signature without a key");
    }
    assert!(transport.requests().is_empty());
}

/// A middleware that waits before it sends the request.
struct Slow;

impl Middleware for Slow {
    fn handle<'a>(&'a self, request: TransportRequest, next: Next<'a>) -> Sending<'a> {
        Box::pin(async move {
            std::future::pending::<()>().await;
            next.run(request).await
        })
    }
}

#[tokio::test]
async fn attempt_timeout_covers_attempt_middleware() {
    let clock = FakeClock::new();
    let client = Client::builder()
        .transport(FakeTransport::new())
        .clock(clock.clone())
        .attempt_middleware(Slow)
        .token("t")
        .build()
        .unwrap();
    assert!(client.combs().get().await.unwrap_err().is_timeout());
    assert!(clock.slept().contains(&Duration::from_secs(60)));
}

#[tokio::test]
async fn middleware_does_not_buffer_streams() {
    let (_, log, builder) = watched([FakeAnswer::events("data: 1\n\n").chunk("data: 2\n\n").then_broken()]);
    let client = builder.token("t").build().unwrap();
    let mut events = client.combs().get().stream().await.unwrap();
    assert_eq!(seen(&log).last().unwrap(), "outer 200");
    assert_eq!(events.next().await.unwrap().unwrap(), 1);
    assert_eq!(events.next().await.unwrap().unwrap(), 2);
    assert_eq!(events.next().await.unwrap().unwrap_err().kind(), ErrorKind::Transport);
}

#[tokio::test]
async fn attempt_middleware_sees_token_requests() {
    let granted = FakeAnswer::json(200, r#"{"access_token":"granted"}"#);
    let (transport, log, builder) = watched([FakeAnswer::new(503), granted, FakeAnswer::json(200, "1")]);
    let credentials = ClientCredentials::new("id", "secret").token_url("https://login.wax.test/token").in_body();
    let client = builder.token(credentials).build().unwrap();
    client.combs().get().await.unwrap();
    let each: Vec<String> = seen(&log).into_iter().filter(|line| line.starts_with("each")).collect();
    let expected = [
        "each token /token 0 ",
        "each 503",
        "each token /token 1 ",
        "each 200",
        "each getComb /comb 0 Bearer granted",
        "each 200",
    ];
    assert_eq!(each, expected);
    assert!(transport.requests().iter().all(|request| request.header("x-seen-by").is_some()));
}
