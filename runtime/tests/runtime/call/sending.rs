//! Tests the execution of calls: retries, timeouts, credentials and size limits.

use crate::mini_client::{Call, client, operations};
use apiarist_runtime::{
    ConfigError, Credential, ErrorKind, OperationSpec, RequestOptions, RetryPolicy, Timeouts, Value,
    codegen::{CallBuilder as _, ClientDescription, CredentialDescription, Json, SecurityScheme, Text},
    testing::{FakeAnswer, FakeClock, FakeTransport},
};
use std::time::Duration;

const KEY: SecurityScheme = SecurityScheme::query("QueryKey", "api key");
const COOKIE: SecurityScheme = SecurityScheme::cookie("CookieKey", "session");
const TOKEN: SecurityScheme = SecurityScheme::bearer("Token");
const LOGIN: SecurityScheme = SecurityScheme::basic("Login");

const DESCRIPTION: ClientDescription =
    ClientDescription::new("bees", "bees").base_url("https://api.bees.test").credentials(&[
        CredentialDescription::new(KEY, "key", &["BEES_TEST_KEY"]),
        CredentialDescription::new(COOKIE, "cookie_key", &["BEES_TEST_COOKIE"]),
        CredentialDescription::new(TOKEN, "token", &["BEES_TEST_TOKEN"]),
        CredentialDescription::new(LOGIN, "login", &["BEES_TEST_USER", "BEES_TEST_PASSWORD"]),
    ]);

client! {
    DESCRIPTION;
    group bees: Bees { list: ListBees, guarded: Guarded, perhaps: Perhaps }
    credentials { key: KEY, cookie_key: COOKIE, token: TOKEN }
}
impl Client {
    pub fn from_env() -> Result<Self, ConfigError> {
        ClientBuilder::from_env(&DESCRIPTION)?.build()
    }
}
impl ClientBuilder {
    pub fn login(self, user: &str, password: &str) -> Self {
        self.credential(&LOGIN, Credential::login(user, password))
    }
}
impl Bees<'_> {
    pub fn make(self) -> Call<MakeBee> {
        Call::new(self.core, &[]).json("{}")
    }
    pub fn try_one(self, id: i64) -> Call<TryBees> {
        Call::<TryBees>::new(self.core, &[&id]).query("limit", &2)
    }
    pub fn traced(self, trace: &str) -> Call<ListBees> {
        Call::new(self.core, &[]).header("X-Trace", &trace)
    }
}
operations! {
    ListBees -> Result<Json<Value>, Json<Value>>, events Json<i64> = OperationSpec::new("listBees").get("/bees");
    TryBees -> Result<Json<Value>, Json<Value>> = OperationSpec::new("tryBees").get("/bees/{id}?beta=true");
    MakeBee -> Result<Text, Json<Value>> = OperationSpec::new("makeBee").post("/bees");
    Guarded -> Result<Json<Value>, Json<Value>> =
        OperationSpec::new("guarded").get("/guarded").security(&[&[KEY, COOKIE], &[TOKEN], &[LOGIN]]);
    Perhaps -> Result<Json<Value>, Json<Value>> =
        OperationSpec::new("perhaps").get("/perhaps").security(&[&[], &[TOKEN]]);
}

fn fake(answers: impl IntoIterator<Item = FakeAnswer>) -> (FakeTransport, FakeClock, Client) {
    let (transport, clock) = (FakeTransport::new(), FakeClock::new());
    answers.into_iter().for_each(|answer| transport.push(answer));
    let client = Client::builder().transport(transport.clone()).clock(clock.clone()).build().unwrap();
    (transport, clock, client)
}

fn good() -> FakeAnswer {
    FakeAnswer::json(200, "{}")
}

#[tokio::test]
async fn failed_call_is_retried_twice_with_growing_delays() {
    let (transport, clock, client) = fake([FakeAnswer::new(500), FakeAnswer::broken(), FakeAnswer::new(503), good()]);
    assert_eq!(client.bees().list().await.unwrap_err().status().unwrap().as_u16(), 503);
    assert_eq!(transport.requests().len(), 3);
    let slept = clock.slept();
    assert!(slept[0] >= Duration::from_millis(375) && slept[0] <= Duration::from_millis(500), "{slept:?}");
    assert!(slept[1] >= Duration::from_millis(750) && slept[1] <= Duration::from_secs(1), "{slept:?}");
}

#[tokio::test]
async fn retry_after_is_respected_up_to_a_minute() {
    let (_, clock, client) = fake([
        FakeAnswer::new(429).header("retry-after", "7"),
        FakeAnswer::new(429).header("retry-after-ms", "20").header("retry-after", "9"),
        good(),
        FakeAnswer::new(429).header("retry-after", "61"),
        FakeAnswer::new(429).header("retry-after", "60"),
        good(),
    ]);
    client.bees().list().await.unwrap();
    assert_eq!(clock.slept(), [Duration::from_secs(7), Duration::from_millis(20)]);
    let error = client.bees().list().await.unwrap_err();
    assert_eq!(error.retry_after(), Some(Duration::from_secs(61)));
    assert_eq!(clock.slept().len(), 2);
    client.bees().list().await.unwrap();
    assert_eq!(clock.slept().last(), Some(&Duration::from_secs(60)));
}

#[tokio::test]
async fn query_in_the_path_precedes_other_parameters() {
    let (transport, _, client) = fake([good(), good()]);
    client.bees().try_one(7).await.unwrap();
    assert_eq!(transport.last_request().unwrap().path_and_query(), "/bees/7?beta=true&limit=2");
}

#[tokio::test]
async fn post_is_not_retried_after_it_may_have_been_processed() {
    let (transport, _, client) = fake([
        FakeAnswer::new(503),
        FakeAnswer::broken(),
        FakeAnswer::connect_error(),
        good(),
        FakeAnswer::new(503),
        good(),
    ]);
    assert!(client.bees().make().await.is_err());
    assert_eq!(client.bees().make().await.unwrap_err().kind(), ErrorKind::Transport);
    assert_eq!(transport.requests().len(), 2);
    client.bees().make().await.unwrap();
    assert_eq!(transport.requests().len(), 4);
    client
        .bees()
        .make()
        .options(RequestOptions::default().header("Idempotency-Key", "k").query("q", "a b"))
        .await
        .unwrap();
    assert_eq!(transport.requests().len(), 6);
    assert_eq!(transport.last_request().unwrap().path_and_query(), "/bees?q=a%20b");
    assert_eq!(transport.last_request().unwrap().text(), "\"{}\"");
}

#[tokio::test]
async fn unanswered_request_times_out_and_is_retried() {
    let (transport, clock, client) =
        fake([FakeAnswer::silence(), FakeAnswer::json(200, "{").then_silence(), FakeAnswer::silence()]);
    let error = client.bees().list().await.unwrap_err();
    assert!(error.is_timeout());
    assert_eq!(error.to_string(), "listBees failed: the server did not respond within 60s");
    assert_eq!(transport.requests().len(), 3);
    assert_eq!(clock.slept().iter().filter(|slept| slept.as_secs() == 60).count(), 3);
}

#[tokio::test]
async fn deadline_ends_retries() {
    let (transport, clock, client) = fake([FakeAnswer::silence(), FakeAnswer::silence(), good()]);
    let options = RequestOptions::default()
        .deadline(Duration::from_secs(10))
        .timeout(Duration::from_secs(8))
        .retries(RetryPolicy::default().max_retries(9));
    assert!(client.bees().list().options(options).await.unwrap_err().is_timeout());
    assert_eq!(transport.requests().len(), 2);
    let total: Duration = clock.slept().iter().sum();
    assert_eq!(total, Duration::from_secs(10));
}

#[tokio::test]
async fn retry_budget_is_shared_by_all_calls() {
    let (transport, _, client) = fake((0..300).map(|_| FakeAnswer::new(500)));
    for _ in 0..60 {
        assert!(client.clone().bees().list().await.is_err());
    }
    // The budget covers exactly 100 retries.
    assert_eq!(transport.requests().len(), 160);
}

#[tokio::test]
async fn delays_double_from_the_first_to_the_longest() {
    let (transport, clock) = (FakeTransport::new(), FakeClock::new());
    (0..5).for_each(|_| transport.push(FakeAnswer::new(500)));
    let policy = RetryPolicy::default()
        .max_retries(4)
        .first_delay(Duration::from_secs(4))
        .longest_delay(Duration::from_secs(10));
    let client = Client::builder().transport(transport).clock(clock.clone()).retries(policy).build().unwrap();
    client.bees().list().await.unwrap_err();
    let slept = clock.slept();
    assert_eq!(slept.len(), 4);
    // Up to a quarter of each delay is random.
    for (slept, delay) in slept.iter().zip([4.0, 8.0, 10.0, 10.0]) {
        assert!((0.75 * delay..=delay).contains(&slept.as_secs_f64()), "{slept:?} instead of {delay} s");
    }
}

#[tokio::test]
async fn successful_call_returns_its_retry_to_the_budget() {
    let (transport, _, client) = fake((0..150).flat_map(|_| [FakeAnswer::new(500), good()]));
    for _ in 0..150 {
        client.bees().list().await.unwrap();
    }
    assert_eq!(transport.requests().len(), 300);
}

#[tokio::test]
async fn long_bodies_are_rejected_or_truncated() {
    let mebibyte = vec![b'x'; 1 << 20];
    let large = (0..65).fold(FakeAnswer::new(200), |answer, _| answer.chunk(mebibyte.clone()));
    let error_body = FakeAnswer::new(400).chunk("a").chunk(mebibyte.clone()).chunk(mebibyte.clone());
    let (_, _, client) = fake([large, error_body, FakeAnswer::new(200)]);
    assert_eq!(client.bees().make().await.unwrap_err().kind(), ErrorKind::TooLarge);
    let error = client.bees().list().await.unwrap_err();
    assert_eq!(error.body().unwrap().len(), 1 << 20);
    assert!(error.to_string().len() < 300);
    assert_eq!(client.bees().list().await.unwrap(), Value::Null);
}

#[tokio::test]
async fn event_stream_failures_are_reported() {
    let longest = format!("data: 1\n\ndata: \"{}\"\n\ndata: 2\n\n", "x".repeat(1 << 20));
    let (_, _, client) = fake([
        FakeAnswer::events(longest),
        FakeAnswer::events("data: nine\n\nevent: error\ndata: {\"message\":\"tired\"}\n\ndata: 3\n\n").then_broken(),
        FakeAnswer::json(200, "{}"),
    ]);
    let mut events = client.bees().list().stream().await.unwrap();
    assert_eq!(events.next().await.unwrap().unwrap(), 1);
    assert_eq!(events.next().await.unwrap().unwrap_err().kind(), ErrorKind::TooLarge);
    assert!(events.next().await.is_none());

    let mut events = client.bees().list().stream().await.unwrap();
    let error = events.next().await.unwrap().unwrap_err();
    assert!(error.to_string().starts_with("listBees failed: event `message`: expected "), "{error}");
    let error = events.next().await.unwrap().unwrap_err();
    assert_eq!((error.kind(), error.api().unwrap()["message"].as_str()), (ErrorKind::Event, Some("tired")));
    assert_eq!(events.next().await.unwrap().unwrap(), 3);
    assert_eq!(events.next().await.unwrap().unwrap_err().kind(), ErrorKind::Transport);
    assert!(events.next().await.is_none());

    let error = client.bees().list().stream().await.unwrap_err();
    assert_eq!((error.kind(), error.status().unwrap().as_u16()), (ErrorKind::Decode, 200));
}

#[tokio::test]
async fn first_security_alternative_with_all_credentials_is_used() {
    let (transport, build) = (FakeTransport::new(), || Client::builder().clock(FakeClock::new()));
    (0..9).for_each(|_| transport.push(good()));
    let both = build().key("a b").cookie_key("c").token("t").transport(transport.clone()).build().unwrap();
    both.bees().guarded().await.unwrap();
    let request = transport.last_request().unwrap();
    assert_eq!(
        (request.path_and_query(), request.header("cookie"), request.header("authorization")),
        ("/guarded?api%20key=a%20b", Some("session=c"), None)
    );
    let token = build().key("k").token("t").transport(transport.clone()).build().unwrap();
    token.bees().guarded().await.unwrap();
    let request = transport.last_request().unwrap();
    assert_eq!((request.path_and_query(), request.header("authorization")), ("/guarded", Some("Bearer t")));
    let login = build().login("maja", "pass:word").transport(transport.clone()).build().unwrap();
    login.bees().guarded().await.unwrap();
    assert_eq!(transport.last_request().unwrap().header("authorization"), Some("Basic bWFqYTpwYXNzOndvcmQ="));
    login.bees().perhaps().await.unwrap();
    assert_eq!(transport.last_request().unwrap().header("authorization"), None);
    token.bees().perhaps().await.unwrap();
    assert_eq!(transport.last_request().unwrap().header("authorization"), Some("Bearer t"));
}

#[tokio::test]
async fn missing_credential_fails_before_sending() {
    let transport = FakeTransport::new();
    let client = Client::builder().key("k").transport(transport.clone()).build().unwrap();
    let error = client.bees().guarded().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credentials);
    let message = error.to_string();
    for part in [
        "`CookieKey` (call `.cookie_key(…)`",
        "BEES_TEST_COOKIE",
        "or `Token`",
        "BEES_TEST_USER and BEES_TEST_PASSWORD",
    ] {
        assert!(message.contains(part), "{message}");
    }
    assert!(!message.contains("QueryKey"), "{message}");
    assert!(transport.requests().is_empty());
}

#[tokio::test]
async fn unsendable_values_are_rejected_and_hidden() {
    let transport = FakeTransport::new();
    let client = Client::builder().token("top-secret\n").transport(transport.clone()).build().unwrap();
    let error = client.bees().guarded().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Request);
    assert!(error.to_string().contains("`Token`"), "{error}");
    assert!(!format!("{error} {error:?} {client:?}").contains("top-secret"));
    assert!(client.bees().traced("a\r\nb").await.unwrap_err().to_string().contains("`X-Trace`"));
    assert!(transport.requests().is_empty());
}

#[tokio::test]
async fn debug_output_and_errors_hide_secrets() {
    let transport = FakeTransport::new();
    let answer = || {
        FakeAnswer::json(401, r#"{"error":{"message":"bad key top-secret-1"}}"#).header("set-cookie", "top-secret-2")
    };
    transport.push(answer());
    transport.push(FakeAnswer::json(200, "{}").header("set-cookie", "top-secret-2"));
    let builder = Client::builder()
        .key("top-secret-1")
        .cookie_key("top-secret-1")
        .default_header("x-own", "top-secret-3")
        .transport(transport.clone());
    let shown = format!("{builder:?}");
    let client = builder.build().unwrap();
    let error = client.bees().guarded().await.unwrap_err();
    let response = client.bees().guarded().with_response().await.unwrap();
    let call = client.bees().guarded().options(RequestOptions::default().header("x-own", "top-secret-4"));
    let options = RequestOptions::default().header("x-own", "top-secret-4");
    // The caller decides whether to show the body itself.
    let error = error.map_api(|_| ());
    let shown = format!(
        "{shown} {client:?} {error} {error:?} {response:?} {call:?} {options:?} {transport:?} {:?}",
        transport.requests()
    );
    assert!(!shown.contains("top-secret"), "{shown}");
    assert!(shown.contains("x-own") && shown.contains("[hidden]"));
}

#[test]
fn invalid_configuration_is_rejected() {
    let fault = |builder: ClientBuilder| builder.transport(FakeTransport::new()).build().unwrap_err().to_string();
    assert!(fault(Client::builder().base_url("api.test")).contains("must start with"));
    assert!(fault(Client::builder().base_url("https://u:p@api.test")).contains("must not contain a user or password"));
    assert!(fault(Client::builder().base_url("https://api.test?k=v")).contains("must not have a query"));
    assert!(fault(Client::builder().default_header("a b", "c")).contains("`a b`"));
    assert!(Client::from_env().unwrap_err().to_string().contains("BEES_TEST_KEY or BEES_TEST_COOKIE"));
    Client::builder().timeouts(Timeouts::default()).user_agent("x").transport(FakeTransport::new()).build().unwrap();
}
